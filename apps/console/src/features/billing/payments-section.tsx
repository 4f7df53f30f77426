import { Alert, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Figure } from '../../ui/figure.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** What is owed, what came in, and what is left of it. */
export const PaymentsSection = (): ReactNode => {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['billing', 'payments'],
    queryFn: () => read(api.GET('/api/v1/billing/payments')),
  });
  return (
    <Section title={t('payments.title')}>
      <QueryView query={query}>
        {({ dueYen, oldestDueDate, receivableYen, creditYen, owedBackYen, receipts }) => (
          <>
            {dueYen > 0 && oldestDueDate !== null && (
              <Alert
                color="red"
                title={t('payments.due', {
                  yen: format.yen(dueYen),
                  day: format.day(oldestDueDate),
                })}
              >
                {t('payments.dueText')}
              </Alert>
            )}
            {owedBackYen > 0 && (
              <Alert color="red" title={t('payments.owedBack', { yen: format.yen(owedBackYen) })}>
                {t('payments.owedBackText')}
              </Alert>
            )}
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Figure
                label={t('payments.receivable')}
                value={format.yen(receivableYen)}
                note={t('payments.receivableNote')}
              />
              <Figure
                label={t('payments.credit')}
                value={format.yen(creditYen)}
                note={t('payments.creditNote')}
              />
            </SimpleGrid>
            <DataTable
              label={t('payments.title')}
              empty={t('payments.none')}
              rows={receipts}
              keyOf={({ id }) => id}
              minWidth={320}
              columns={[
                {
                  head: t('payments.receivedOn'),
                  cell: ({ receivedOn }) => format.day(receivedOn),
                },
                {
                  head: t('payments.way'),
                  cell: ({ kind, amountYen }) =>
                    t(amountYen < 0 ? 'payments.back' : `payments.${kind}`),
                },
                {
                  head: t('payments.amount'),
                  figure: true,
                  cell: ({ amountYen }) => format.yen(amountYen),
                },
              ]}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
};
