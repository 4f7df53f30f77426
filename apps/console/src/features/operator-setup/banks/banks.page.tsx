import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { DataTable } from '../../../ui/data-table.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { timeOf } from './bank-fields.js';
import { AddBank, EditBank } from './bank-verbs.js';

/** The banks that money is collected by: how their files look, and when they close. @clause W6.1 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const writes = useMay()('billing.write');
  const profiles = useQuery({
    queryKey: ['operator', 'bank-profiles'],
    queryFn: () => read(api.GET('/api/v1/operator/bank-profiles')),
  });
  return (
    <Page title={t('banks.title')} lead={t('banks.lead')} actions={writes && <AddBank />}>
      <QueryView query={profiles}>
        {({ items }) => (
          <Section title={t('banks.list')}>
            <DataTable
              label={t('banks.list')}
              empty={t('banks.none')}
              rows={items}
              keyOf={({ id }) => id}
              minWidth={720}
              columns={[
                { head: t('name'), cell: ({ name }) => name },
                {
                  head: t('banks.collector'),
                  cell: ({ collector }) => `${collector.code} ${collector.name}`,
                },
                {
                  head: t('banks.account'),
                  cell: ({ collector: { bankNumber, bankName, branchNumber, accountNumber } }) =>
                    `${bankNumber} ${bankName} ${branchNumber} ****${accountNumber.slice(-3)}`,
                },
                {
                  head: t('banks.leadBusinessDays'),
                  figure: true,
                  cell: ({ leadBusinessDays }) => leadBusinessDays,
                },
                {
                  head: t('banks.closesAt'),
                  figure: true,
                  cell: ({ closesAtMinute }) => timeOf(closesAtMinute),
                },
                { head: 'CSV', cell: ({ csv }) => csv && t('banks.csvSet') },
                { head: t('doIt'), cell: ({ id }) => writes && <EditBank id={id} /> },
              ]}
            />
          </Section>
        )}
      </QueryView>
    </Page>
  );
};
