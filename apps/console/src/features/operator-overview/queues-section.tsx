import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { useQueues } from './reads.js';

/** How much waits in each queue and for how long, with the way to the board of single jobs. */
export const QueuesSection = (): ReactNode => {
  const { t } = useTranslation('operator-overview');
  const format = useFormat();
  const age = (seconds: number | null): string =>
    seconds === null ? '–' : format.duration(seconds);
  const counts = ['waiting', 'active', 'delayed', 'failed'] as const;
  return (
    <Section
      title={t('queues')}
      text={t('queuesText')}
      actions={
        <Button
          component="a"
          href="/operator/queues"
          target="_blank"
          rel="noreferrer"
          variant="light"
          size="xs"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('board')}
        </Button>
      }
    >
      <QueryView query={useQueues()}>
        {({ queues, outbox }) => (
          <>
            <DataTable
              label={t('queues')}
              empty={t('noQueues')}
              rows={queues}
              keyOf={({ name }) => name}
              columns={[
                { head: t('name'), cell: ({ name }) => t(`queue.${name}`) },
                ...counts.map((count) => ({
                  head: t(`job.${count}`),
                  figure: true,
                  cell: (queue: (typeof queues)[number]) => format.count(queue[count]),
                })),
                {
                  head: t('oldest'),
                  figure: true,
                  cell: ({ oldestSeconds }) => age(oldestSeconds),
                },
              ]}
            />
            {t('outbox', { count: outbox.due, age: age(outbox.oldestSeconds) })}
          </>
        )}
      </QueryView>
    </Section>
  );
};
