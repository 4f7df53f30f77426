import { Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { DataTable } from '../../../ui/data-table.js';
import { now } from '../../../ui/now.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { secondsLeft } from './run-eta.js';
import { RunProblems } from './run-problems.js';

/** Runs so far; one that is under way is watched. */
export const RunsSection = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const runs = useQuery({
    queryKey: ['operator', 'billing-runs'],
    queryFn: () => read(api.GET('/api/v1/operator/billing/runs')),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ waiting }) => waiting > 0) ? 2_000 : false,
  });
  return (
    <Section title={t('runs')}>
      <QueryView query={runs}>
        {({ items }) => (
          <>
            {items
              .filter(({ problems }) => problems > 0)
              .map(({ month }) => (
                <RunProblems key={month} month={month} />
              ))}
            <DataTable
              label={t('runs')}
              empty={t('noRuns')}
              rows={items}
              keyOf={({ month }) => month}
              columns={[
                { head: t('month'), cell: ({ month }) => format.month(month) },
                { head: t('started'), cell: ({ startedAt }) => format.instant(startedAt) },
                {
                  head: t('progress'),
                  cell: ({ tenants, waiting, startedAt }) => (
                    <>
                      {format.share(tenants - waiting, tenants)}
                      <TimeLeft run={{ startedAt, tenants, waiting }} />
                      <Progress
                        value={tenants === 0 ? 100 : ((tenants - waiting) / tenants) * 100}
                        aria-label={t('progress')}
                      />
                    </>
                  ),
                },
                {
                  head: t('invoiced'),
                  figure: true,
                  cell: ({ invoiced }) => format.count(invoiced),
                },
                {
                  head: t('problems'),
                  figure: true,
                  cell: ({ problems }) => format.count(problems),
                },
                {
                  head: t('total'),
                  figure: true,
                  cell: ({ invoicedYen }) => format.yen(invoicedYen),
                },
              ]}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
};

/** It is written anew with each look at the run. */
const TimeLeft = ({ run }: { run: Parameters<typeof secondsLeft>[0] }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const seconds = secondsLeft(run, now());
  if (seconds === undefined) return null;
  return (
    <Text span size="sm" c="dimmed" ml="xs">
      {t('ui:eta', { time: format.duration(seconds) })}
    </Text>
  );
};
