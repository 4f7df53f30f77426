import { Anchor, Group, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { DataTable } from '../../../ui/data-table.js';
import { Figure } from '../../../ui/figure.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { MoneyVerbs } from './money-verbs.js';

export const TenantMoney = ({ tenantId }: { tenantId: string }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const may = useMay();
  const params = { path: { tenantId } };
  const payments = useQuery({
    queryKey: ['operator', 'payments', tenantId],
    queryFn: () => read(api.GET('/api/v1/operator/tenants/{tenantId}/payments', { params })),
  });
  const invoices = useQuery({
    queryKey: ['operator', 'invoices', tenantId],
    queryFn: () => read(api.GET('/api/v1/operator/tenants/{tenantId}/invoices', { params })),
  });
  return (
    <Section
      title={t('money')}
      actions={may('billing.write') && <MoneyVerbs tenantId={tenantId} />}
    >
      <QueryView query={payments}>
        {({ dueYen, receivableYen, creditYen, owedBackYen }) => (
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <Figure label={t('due')} value={format.yen(dueYen)} />
            <Figure label={t('receivable')} value={format.yen(receivableYen)} />
            <Figure label={t('credit')} value={format.yen(creditYen)} />
            {owedBackYen > 0 && (
              <Figure
                label={t('owedBack')}
                value={format.yen(owedBackYen)}
                note={t('owedBackNote')}
              />
            )}
          </SimpleGrid>
        )}
      </QueryView>
      <QueryView query={invoices}>
        {({ items }) => (
          <DataTable
            label={t('invoices')}
            empty={t('noInvoices')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                head: t('number'),
                cell: ({ id, number }) => (
                  <Group gap="xs">
                    <Anchor component={Link} to={`/operator/tenants/${tenantId}/invoices/${id}`}>
                      {number}
                    </Anchor>
                    <Anchor
                      href={`/api/v1/operator/tenants/${tenantId}/invoices/${id}/pdf`}
                      target="_blank"
                      aria-label={`${number} PDF ${t('ui:opensElsewhere')}`}
                    >
                      PDF
                    </Anchor>
                  </Group>
                ),
              },
              { head: t('issued'), cell: ({ issuedOn }) => format.day(issuedOn) },
              { head: t('dueDate'), cell: ({ dueDate }) => format.day(dueDate) },
              { head: t('total'), figure: true, cell: ({ totalYen }) => format.yen(totalYen) },
              { head: t('openYen'), figure: true, cell: ({ openYen }) => format.yen(openYen) },
              { head: t('state'), cell: ({ state }) => t(`invoice.${state}`) },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};
