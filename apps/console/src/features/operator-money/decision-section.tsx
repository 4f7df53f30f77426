import { Group } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

interface Proposed {
  readonly id: string;
  readonly tenantId: string;
  readonly amountYen: number;
  readonly reason: string;
  readonly proposedAt: string;
}

type Decide = (id: string, body: { note?: string }, key: string) => Promise<unknown>;

interface DecisionSectionProps<Item> {
  readonly title: string;
  readonly query: UseQueryResult<{ items: Item[] }>;
  readonly rowOf: (item: Item) => Proposed;
  readonly approve: Decide;
  readonly reject: Decide;
}

/** One kind of proposal with its two answers. */
export const DecisionSection = <Item,>({
  title,
  query,
  rowOf,
  approve,
  reject,
}: DecisionSectionProps<Item>): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const writes = useMay()('billing.write');
  return (
    <Section title={title}>
      <QueryView query={query}>
        {({ items }) => (
          <DataTable
            label={title}
            empty={t('nothingHere')}
            rows={items.map(rowOf)}
            keyOf={({ id }) => id}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              { head: t('total'), figure: true, cell: ({ amountYen }) => format.yen(amountYen) },
              { head: t('reason'), cell: ({ reason }) => reason },
              { head: t('proposedAt'), cell: ({ proposedAt }) => format.instant(proposedAt) },
              {
                head: t('doIt'),
                cell: ({ id }) =>
                  writes && (
                    <Group gap="xs">
                      <ActionButton
                        label={t('approve')}
                        text={t('approveText')}
                        run={(_, key) => approve(id, {}, key)}
                      />
                      <ActionButton
                        label={t('reject')}
                        dangerous
                        fields={[{ name: 'note', label: t('reason'), kind: 'long' }]}
                        run={({ note }, key) => reject(id, { note }, key)}
                      />
                    </Group>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};
