import { Anchor, Badge, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { DataTable } from '../../ui/data-table.js';
import { useNow } from '../../ui/now.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { StateFilter, useStateInAddress } from '../../ui/state-filter.js';
import { useFormat } from '../../ui/use-format.js';
import { FeesSection } from './fees-section.js';

const filters = ['open', 'due-soon', 'overdue', 'all'] as const;

/** Requests about personal data with their clocks. @clause §2.5 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-privacy');
  const format = useFormat();
  const now = useNow(60_000);
  const may = useMay();
  const state = useStateInAddress(filters);
  const query = usePages(['operator', 'privacy-requests', 'list', state], (from) =>
    read(api.GET('/api/v1/operator/privacy-requests', { params: { query: { ...from, state } } })),
  );
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Paper>
        <Stack>
          <StateFilter label={t('state')} states={filters} nameOf={(name) => t(`filter.${name}`)} />
          <PagedView query={query}>
            {(items) => (
              <DataTable
                label={t('title')}
                empty={t('none')}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    head: t('kind'),
                    cell: ({ id, kind }) => (
                      <Anchor component={Link} to={`/operator/privacy-requests/${id}`}>
                        {t(`kindOf.${kind}`)}
                      </Anchor>
                    ),
                  },
                  { head: t('subject'), cell: ({ subject }) => t(`subjectOf.${subject}`) },
                  { head: t('state'), cell: (request) => t(`stateOf.${request.state}`) },
                  {
                    head: t('received'),
                    cell: ({ receivedAt }) => format.shortInstant(receivedAt),
                  },
                  {
                    head: t('due'),
                    cell: ({ dueAt, decidedAt }) => (
                      <Badge color={!decidedAt && new Date(dueAt) < now ? 'red' : 'gray'}>
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
      {may('inquiries.read') && <FeesSection />}
    </Page>
  );
};
