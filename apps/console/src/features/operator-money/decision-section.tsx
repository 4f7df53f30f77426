import { Group, Text } from '@mantine/core';
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
  /** What else to know before deciding. */
  readonly detail?: ReactNode;
}

type Decide = (id: string, body: { note?: string }, key: string) => Promise<unknown>;

interface DecisionSectionProps<Item> {
  /** Its texts are `decide.<kind>`: title, what approving will do, and what it did. */
  readonly kind: 'correction' | 'creditNote' | 'refund' | 'writeOff' | 'charge';
  readonly query: UseQueryResult<{ items: Item[] }>;
  readonly rowOf: (item: Item) => Proposed;
  readonly approve: Decide;
  readonly reject: Decide;
  /** Whether a refusal is kept with its reason. */
  readonly noted?: boolean;
}

/** One kind of proposal with its two answers. */
export const DecisionSection = <Item,>({
  kind,
  query,
  rowOf,
  approve,
  reject,
  noted = true,
}: DecisionSectionProps<Item>): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const writes = useMay()('billing.write');
  const title = t(`decide.${kind}.title`);
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
              {
                head: t('reason'),
                cell: ({ reason, detail }) => (
                  <>
                    <Text className="any-break">{reason}</Text>
                    {detail}
                  </>
                ),
              },
              { head: t('proposedAt'), cell: ({ proposedAt }) => format.instant(proposedAt) },
              {
                head: t('doIt'),
                cell: ({ id }) =>
                  writes && (
                    <Group gap="xs">
                      <ActionButton
                        label={t('approve')}
                        text={t(`decide.${kind}.text`)}
                        done={t(`decide.${kind}.done`)}
                        run={(_, key) => approve(id, {}, key)}
                      />
                      <ActionButton
                        label={t('reject')}
                        text={t('rejectText')}
                        done={t('rejectDone')}
                        dangerous
                        fields={noted ? [{ name: 'note', label: t('reason'), kind: 'long' }] : []}
                        run={({ note }, key) => reject(id, noted ? { note } : {}, key)}
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
