import { Anchor, Badge, Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { useNow } from '../../ui/now.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { StateFilter, useStateInAddress } from '../../ui/state-filter.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

const states = ['open', 'overdue', 'all'] as const;

export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const at = useNow(60_000);
  const state = useStateInAddress(states);
  const query = usePages(['operator', 'inquiries', 'list', state], (from) =>
    read(api.GET('/api/v1/operator/inquiries', { params: { query: { ...from, state } } })),
  );
  return (
    <Page title={t('inquiries')} lead={t('inquiriesLead')}>
      <Paper>
        <Stack>
          <StateFilter
            label={t('state')}
            states={states}
            nameOf={(name) => t(`inquiryState.${name}`)}
          />
          <PagedView query={query}>
            {(items) => (
              <DataTable
                label={t('inquiries')}
                empty={t('noInquiries')}
                rows={items}
                keyOf={({ id }) => id}
                minWidth={680}
                columns={[
                  {
                    head: t('subject'),
                    cell: ({ id, subject }) => (
                      <Anchor component={Link} to={`/operator/inquiries/${id}`}>
                        {subject || t('noSubject')}
                      </Anchor>
                    ),
                  },
                  {
                    head: t('from'),
                    cell: ({ tenantId, fromName, fromAddress }) =>
                      tenantId ? <TenantLink id={tenantId} /> : fromName || fromAddress,
                  },
                  {
                    head: t('box'),
                    cell: ({ box, isComplaint }) => (
                      <Group gap={4}>
                        {t(`boxOf.${box}`)}
                        {isComplaint && <Badge color="red">{t('complaint')}</Badge>}
                      </Group>
                    ),
                  },
                  { head: t('arrived'), cell: ({ arrivedAt }) => format.shortInstant(arrivedAt) },
                  {
                    head: t('answerBy'),
                    cell: ({ dueAt, answeredAt, closedAt }) =>
                      closedAt || answeredAt ? (
                        <Badge color="green">{t(closedAt ? 'closed' : 'answered')}</Badge>
                      ) : (
                        <Badge color={new Date(dueAt) < at ? 'red' : 'gray'}>
                          {format.shortInstant(dueAt)}
                        </Badge>
                      ),
                  },
                ]}
              />
            )}
          </PagedView>
        </Stack>
      </Paper>
    </Page>
  );
};
