import { SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { QueuesSection } from './queues-section.js';

type Queue = Schema<'QueueView'>['name'];
const names: readonly Queue[] = [
  'delivery',
  'control',
  'audiences',
  'inbound',
  'billing',
  'facts',
  'notices',
  'webhooks',
];

/** What failed for good, why, and the way to have it tried again. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-overview');
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const queue = names.find((name) => name === search.get('queue')) ?? 'delivery';
  const failed = useQuery({
    queryKey: ['operator', 'failed-jobs', queue],
    queryFn: () =>
      read(api.GET('/api/v1/operator/queues/failed', { params: { query: { queue } } })),
  });
  return (
    <Page title={t('jobs')} lead={t('jobsText')}>
      <QueuesSection />
      <Section title={t('failedJobs')}>
        <Stack>
          <SegmentedControl
            aria-label={t('queueChoice')}
            value={queue}
            data={names.map((value) => ({ value, label: t(`queue.${value}`) }))}
            onChange={(next) => {
              setSearch({ queue: next }, { replace: true });
            }}
            style={{ flexWrap: 'wrap' }}
          />
          <QueryView query={failed}>
            {({ items }) => (
              <DataTable
                label={t('failedJobs')}
                empty={t('noFailed')}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  { head: t('name'), cell: ({ name }) => name },
                  {
                    head: t('failedAt'),
                    cell: ({ failedAt }) => (failedAt ? format.exactInstant(failedAt) : '–'),
                  },
                  { head: t('attempts'), figure: true, cell: ({ attempts }) => attempts },
                  { head: t('reason'), cell: ({ reason }) => reason },
                  {
                    head: t('doIt'),
                    cell: ({ id }) => (
                      <ActionButton
                        label={t('again')}
                        text={t('againText')}
                        run={() =>
                          read(
                            api.POST('/api/v1/operator/queues/retry', {
                              body: { queue, jobId: id },
                            }),
                          )
                        }
                      />
                    ),
                  },
                ]}
              />
            )}
          </QueryView>
        </Stack>
      </Section>
    </Page>
  );
};
