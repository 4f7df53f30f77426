import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { OwedBack } from './owed-back.js';

const ladder = ['reminder', 'overdue-notice', 'propose-suspension', 'propose-termination'] as const;

/** Who owes since when, and how far the reminders have come. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const may = useMay();
  const arrears = useQuery({
    queryKey: ['operator', 'arrears'],
    queryFn: () => read(api.GET('/api/v1/operator/arrears')),
  });
  return (
    <Page title={t('arrears')} lead={t('arrearsLead')}>
      <QueryView query={arrears}>
        {({ totalYen, items, owedBack }) => (
          <Paper>
            <Stack>
              <Text fw={700}>{t('arrearsTotal', { sum: format.yen(totalYen) })}</Text>
              <DataTable
                label={t('arrears')}
                empty={t('noArrears')}
                rows={items}
                keyOf={({ invoiceId }) => invoiceId}
                minWidth={980}
                columns={[
                  {
                    head: t('tenant'),
                    cell: ({ tenantId, tenantName }) => (
                      <TenantLink id={tenantId} name={tenantName} />
                    ),
                  },
                  {
                    head: t('number'),
                    cell: ({ tenantId, invoiceId, number }) => (
                      <Anchor
                        component={Link}
                        to={`/operator/tenants/${tenantId}/invoices/${invoiceId}`}
                      >
                        {number}
                      </Anchor>
                    ),
                  },
                  { head: t('openYen'), figure: true, cell: ({ openYen }) => format.yen(openYen) },
                  { head: t('dueDate'), cell: ({ dueDate }) => format.day(dueDate) },
                  { head: t('days'), figure: true, cell: ({ daysOverdue }) => daysOverdue },
                  {
                    head: t('ladder'),
                    cell: ({ steps }) => (
                      <Group gap={4}>
                        {ladder.map((step) => {
                          const taken = steps.find((known) => known.step === step);
                          return (
                            <Badge key={step} color={taken ? 'orange' : 'gray'}>
                              {t(`step.${step}`)}
                              {taken && ` ${format.shortInstant(taken.takenAt)}`}
                            </Badge>
                          );
                        })}
                      </Group>
                    ),
                  },
                  {
                    head: t('nextStep'),
                    cell: ({ nextStep, state }) => {
                      if (state === 'collecting') return t('nextStepDebit');
                      if (!nextStep) return t('nextStepNone');
                      const { step, on } = nextStep;
                      return t('nextStepOn', { step: t(`step.${step}`), day: format.day(on) });
                    },
                  },
                  {
                    head: t('doIt'),
                    cell: ({ tenantId, invoiceId }) =>
                      may('billing.write') && (
                        <ActionButton
                          label={t('writeOff.verb')}
                          text={t('writeOff.text')}
                          done={t('writeOff.done')}
                          dangerous
                          fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
                          run={({ reason }, key) =>
                            read(
                              api.POST('/api/v1/operator/tenants/{tenantId}/write-offs', {
                                params: { path: { tenantId }, header: { 'Idempotency-Key': key } },
                                body: { invoiceId, reason },
                              }),
                            )
                          }
                        />
                      ),
                  },
                ]}
              />
              {owedBack.length > 0 && <OwedBack rows={owedBack} />}
            </Stack>
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};
