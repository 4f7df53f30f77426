import { Anchor, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { InvoiceState } from './invoice-state.js';

export const InvoicesSection = (): ReactNode => {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const query = usePages(['billing', 'invoices'], (from) =>
    read(api.GET('/api/v1/billing/invoices', { params: { query: { ...from, limit: 24 } } })),
  );
  return (
    <Section title={t('invoices.title')}>
      <PagedView query={query}>
        {(invoices) => (
          <DataTable
            label={t('invoices.title')}
            empty={t('invoices.none')}
            rows={invoices}
            keyOf={({ id }) => id}
            columns={[
              {
                head: t('invoices.number'),
                cell: ({ id, number, kind }) => (
                  <>
                    <Anchor component={Link} to={`/billing/invoices/${id}`}>
                      {number}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {t(`kind.${kind}`)}
                    </Text>
                  </>
                ),
              },
              { head: t('invoices.issuedOn'), cell: ({ issuedOn }) => format.day(issuedOn) },
              { head: t('invoices.dueDate'), cell: ({ dueDate }) => format.day(dueDate) },
              {
                head: t('invoices.total'),
                figure: true,
                cell: ({ totalYen }) => format.yen(totalYen),
              },
              {
                head: t('invoices.state'),
                cell: ({ state, overdue }) => <InvoiceState state={state} overdue={overdue} />,
              },
              {
                head: 'PDF',
                cell: ({ id, number }) => (
                  <Anchor
                    href={`/api/v1/billing/invoices/${id}/pdf`}
                    download
                    aria-label={t('invoices.pdf', { number })}
                  >
                    <IconFileTypePdf size={22} aria-hidden />
                  </Anchor>
                ),
              },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};
