import { Badge, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useTextIn } from '../../i18n/language.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { typedInJapan } from '../../ui/format.js';
import { now } from '../../ui/now.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useFormat } from '../../ui/use-format.js';

/** The nine numbers of the clause. @clause W13.1 */
const reasons = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const textIn = useTextIn();
  const writes = useMay()('contracts.write');
  const interruptions = useQuery({
    queryKey: ['operator', 'interruptions'],
    queryFn: () => read(api.GET('/api/v1/operator/interruptions')),
  });
  return (
    <Page
      title={t('interruptions')}
      lead={t('interruptionsLead')}
      actions={
        writes && (
          <ActionButton
            label={t('announce.verb')}
            text={t('announce.text')}
            size="sm"
            variant="filled"
            fields={[
              {
                name: 'reason',
                label: t('reason'),
                choices: reasons.map((value) => ({
                  value,
                  label: t(`interruptionReason.${value}`),
                })),
              },
              {
                name: 'tenantId',
                label: t('announce.tenants'),
                kind: 'tenant',
                optional: true,
              },
              { name: 'from', label: t('announce.from'), kind: 'datetime-local' },
              { name: 'until', label: t('announce.until'), kind: 'datetime-local', optional: true },
              { name: 'sending', label: t('announce.sending'), kind: 'yes', initial: 'yes' },
              { name: 'forms', label: t('announce.forms'), kind: 'yes' },
              { name: 'ja', label: t('announce.ja'), kind: 'long' },
              { name: 'en', label: t('announce.en'), kind: 'long' },
            ]}
            run={({ reason, tenantId, from, until, sending, forms, ja, en }, key) =>
              read(
                api.POST('/api/v1/operator/interruptions', {
                  params: { header: { 'Idempotency-Key': key } },
                  body: {
                    reason: Number(reason),
                    tenantIds: tenantId ? [tenantId] : null,
                    sending: sending === 'yes',
                    forms: forms === 'yes',
                    from: typedInJapan(from),
                    until: until ? typedInJapan(until) : null,
                    announcement: { ja, en },
                  },
                }),
              )
            }
          />
        )
      }
    >
      <QueryView query={interruptions}>
        {({ items }) => (
          <Paper>
            <DataTable
              label={t('interruptions')}
              empty={t('noInterruptions')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                { head: t('reason'), cell: ({ reason }) => t(`interruptionReason.${reason}`) },
                {
                  head: t('scope'),
                  cell: ({ scope, tenantIds }) =>
                    scope === 'everybody' ? t('everybody') : t('some', { count: tenantIds.length }),
                },
                { head: t('begins'), cell: ({ from }) => format.instant(from) },
                { head: t('ends'), cell: ({ until }) => (until ? format.instant(until) : '–') },
                {
                  head: t('what'),
                  cell: ({ sending, forms }) => (
                    <>
                      {sending && <Badge>{t('stopsSending')}</Badge>}{' '}
                      {forms && <Badge>{t('stopsForms')}</Badge>}
                    </>
                  ),
                },
                { head: t('words'), cell: ({ announcement }) => textIn(announcement) },
                {
                  head: t('doIt'),
                  cell: ({ id, until }) =>
                    writes &&
                    (until === null || new Date(until) > now()) && (
                      <ActionButton
                        label={t('end')}
                        text={t('endText')}
                        run={() =>
                          read(
                            api.POST('/api/v1/operator/interruptions/{interruptionId}/end', {
                              params: { path: { interruptionId: id } },
                            }),
                          )
                        }
                      />
                    ),
                },
              ]}
            />
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};
