import { Group, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

type List = Schema<'DeclaredListView'>;

/** Signed lists of readers from elsewhere that wait for a yes or a no. @clause D-13 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const format = useFormat();
  const writes = useMay()('tenants.write');
  const query = useQuery({
    queryKey: ['operator', 'migration-lists'],
    queryFn: () => read(api.GET('/api/v1/operator/migration-lists')),
  });
  return (
    <Page title={t('lists')} lead={t('listsLead')}>
      <QueryView query={query}>
        {({ items }) => (
          <Paper>
            <DataTable
              label={t('lists')}
              empty={t('noLists')}
              rows={items}
              keyOf={({ id }) => id}
              minWidth={680}
              columns={[
                { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
                {
                  head: t('declaredAt'),
                  cell: ({ declaredAt }) => declaredAt && format.instant(declaredAt),
                },
                { head: t('declaredBy'), cell: ({ declaredBy }) => declaredBy },
                {
                  head: t('rows'),
                  figure: true,
                  cell: ({ rowCount }) => format.people(rowCount),
                },
                {
                  head: t('problems'),
                  figure: true,
                  cell: ({ problemCount }) => format.count(problemCount),
                },
                { head: t('doIt'), cell: (list) => writes && <Decide {...list} /> },
              ]}
            />
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};

const Decide = ({ tenantId, id, rowCount }: List): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const decide = (body: Schema<'ListDecisionDto'>): Promise<unknown> =>
    read(
      api.POST('/api/v1/operator/tenants/{tenantId}/migration-lists/{migrationListId}/decide', {
        params: { path: { tenantId, migrationListId: id } },
        body,
      }),
    );
  return (
    <Group gap="xs">
      <ActionButton
        label={t('approve.verb')}
        text={t('approve.text', { rows: rowCount })}
        run={() => decide({ decision: 'approved' })}
      />
      <ActionButton
        label={t('reject.verb')}
        text={t('reject.text')}
        dangerous
        fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
        run={({ reason }) => decide({ decision: 'rejected', reason })}
      />
    </Group>
  );
};
