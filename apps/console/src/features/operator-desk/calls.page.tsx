import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { LogCall } from './log-call.js';

/** The call log. @clause D1 §6-2 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const format = useFormat();
  const writes = useMay()('inquiries.write');
  const query = usePages(['operator', 'calls'], (from) =>
    read(api.GET('/api/v1/operator/calls', { params: { query: from } })),
  );
  return (
    <Page title={t('calls')} lead={t('callsLead')} actions={writes && <LogCall />}>
      <Paper>
        <PagedView query={query}>
          {(items) => (
            <DataTable
              label={t('calls')}
              empty={t('noCalls')}
              rows={items}
              keyOf={({ id }) => id}
              minWidth={720}
              columns={[
                { head: t('at'), cell: ({ at }) => format.instant(at) },
                {
                  head: t('logCall.direction'),
                  cell: ({ direction, minutes }) =>
                    `${t(`directionOf.${direction}`)} · ${t('minutesOf', { count: minutes })}`,
                },
                {
                  head: t('tenant'),
                  cell: ({ tenantId }) => (tenantId ? <TenantLink id={tenantId} /> : '–'),
                },
                {
                  head: t('person'),
                  cell: ({ person, phone }) => [person, phone].filter(Boolean).join(' '),
                },
                {
                  head: t('summary'),
                  cell: ({ summary, recording }) =>
                    [summary, recording].filter(Boolean).join(' — '),
                },
                { head: t('keepUntil'), cell: ({ keepUntil }) => format.day(keepUntil) },
              ]}
            />
          )}
        </PagedView>
      </Paper>
    </Page>
  );
};
