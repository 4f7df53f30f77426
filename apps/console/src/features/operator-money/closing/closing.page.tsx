import { Alert, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { ActionButton } from '../../../ui/action-button.js';
import { DataTable } from '../../../ui/data-table.js';
import { Figure } from '../../../ui/figure.js';
import { jstDay } from '../../../ui/format.js';
import { now } from '../../../ui/now.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { PreviewSection } from './preview-section.js';
import { RunsSection } from './runs-section.js';

/** The run of a month, which closes the one before: look at what it would bill, start it, watch it. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const may = useMay();
  const [month, setMonth] = useState(() => jstDay(now()).slice(0, 7));
  const overview = useQuery({
    queryKey: ['operator', 'money', month],
    queryFn: () =>
      read(api.GET('/api/v1/operator/billing/overview', { params: { query: { month } } })),
  });
  return (
    <Page
      title={t('closing')}
      lead={t('closingLead')}
      actions={
        may('billing.write') && (
          <ActionButton
            label={t('run.verb')}
            done={t('run.done')}
            text={t('run.text', { month: format.month(month) })}
            size="sm"
            variant="filled"
            run={(_, key) =>
              read(
                api.POST('/api/v1/operator/billing/runs/{month}/start', {
                  params: { path: { month }, header: { 'Idempotency-Key': key } },
                }),
              )
            }
          />
        )
      }
    >
      <Group>
        <TextInput
          type="month"
          label={t('runMonth')}
          value={month}
          onChange={(event) => {
            if (event.currentTarget.value) setMonth(event.currentTarget.value);
          }}
        />
      </Group>
      <QueryView query={overview}>
        {(found) => (
          <Stack>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
              <Figure
                label={t('invoicedYen')}
                value={format.yen(found.invoicedYen)}
                note={t('tenants', { count: found.billedTenants })}
              />
              <Figure label={t('paidYen')} value={format.yen(found.paidYen)} />
              <Figure label={t('openYen')} value={format.yen(found.openYen)} />
              <Figure label={t('recurringYen')} value={format.yen(found.recurringYen)} />
            </SimpleGrid>
            {found.overdueYen > 0 && (
              <Alert color="orange">
                {t('overdueSum', {
                  sum: format.yen(found.overdueYen),
                  count: found.overdueTenants,
                })}
              </Alert>
            )}
          </Stack>
        )}
      </QueryView>
      <PreviewSection month={month} />
      <RunsSection />
      <CalendarSection year={Number(month.slice(0, 4))} />
    </Page>
  );
};

/** When each month of the year is issued, filed and due. */
const CalendarSection = ({ year }: { year: number }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const calendar = useQuery({
    queryKey: ['operator', 'debit-calendar', year],
    queryFn: async () => {
      const { items } = await read(api.GET('/api/v1/operator/bank-profiles'));
      const [profile] = items;
      if (!profile) return [];
      const query = { bankProfileId: profile.id, year };
      return (await read(api.GET('/api/v1/operator/debit-calendar', { params: { query } }))).items;
    },
  });
  return (
    <Section title={t('calendar', { year })} text={t('calendarText')}>
      <QueryView query={calendar}>
        {(rows) => (
          <DataTable
            label={t('calendar', { year })}
            empty={t('noBankProfile')}
            rows={rows}
            keyOf={({ month }) => month}
            columns={[
              { head: t('month'), cell: ({ month }) => format.month(month) },
              { head: t('issueDay'), cell: ({ issueDay }) => format.day(issueDay) },
              { head: t('fileBy'), cell: ({ fileClosesAt }) => format.instant(fileClosesAt) },
              { head: t('dueDate'), cell: ({ dueDate }) => format.day(dueDate) },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};
