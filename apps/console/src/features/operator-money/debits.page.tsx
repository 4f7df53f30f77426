import { Anchor, Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { MandatesSection } from './mandates-section.js';

/** Files for the bank: made, confirmed by a second person, handed over, answered. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const profiles = useQuery({
    queryKey: ['operator', 'bank-profiles'],
    queryFn: () => read(api.GET('/api/v1/operator/bank-profiles')),
  });
  const files = usePages(['operator', 'debit-files'], (from) =>
    read(api.GET('/api/v1/operator/debit-files', { params: { query: from } })),
  );
  const choices = (profiles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page
      title={t('debits')}
      lead={t('debitsLead')}
      actions={
        may('billing.write') &&
        choices.length > 0 && (
          <ActionButton
            label={t('prepare.verb')}
            done={t('prepare.done')}
            text={t('prepare.text')}
            size="sm"
            variant="filled"
            fields={[
              { name: 'month', label: t('month'), kind: 'month' },
              { name: 'bankProfileId', label: t('bankProfile'), choices },
            ]}
            run={async (body, key) => {
              const { id } = await read(
                api.POST('/api/v1/operator/debit-files', {
                  params: { header: { 'Idempotency-Key': key } },
                  body,
                }),
              );
              await navigate(`/operator/debits/${id}`);
            }}
          />
        )
      }
    >
      <Section title={t('debitFiles')}>
        <PagedView query={files}>
          {(items) => (
            <DataTable
              label={t('debitFiles')}
              empty={t('noDebitFiles')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  head: t('month'),
                  cell: ({ id, month }) => (
                    <Anchor component={Link} to={`/operator/debits/${id}`}>
                      {format.month(month)}
                    </Anchor>
                  ),
                },
                { head: t('debitDate'), cell: ({ debitDate }) => format.day(debitDate) },
                { head: t('closesAt'), cell: ({ closesAt }) => format.instant(closesAt) },
                { head: t('count'), figure: true, cell: ({ count }) => format.count(count) },
                { head: t('total'), figure: true, cell: ({ totalYen }) => format.yen(totalYen) },
                {
                  head: t('state'),
                  cell: ({ state }) => <Badge>{t(`debitFile.${state}`)}</Badge>,
                },
              ]}
            />
          )}
        </PagedView>
      </Section>
      <MandatesSection />
    </Page>
  );
};
