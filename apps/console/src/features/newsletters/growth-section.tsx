import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statsQuery } from '../../api/newsletters.js';
import { ChartPlace } from '../../ui/chart-place.js';
import { Figure } from '../../ui/figure.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const GrowthChart = lazy(() => import('../../ui/growth-chart.js'));

/** How many read it, and who came and went in the last thirty days. */
export const GrowthSection = ({ newsletterId }: { newsletterId: string }): ReactNode => {
  const { t } = useTranslation('newsletters');
  const format = useFormat();
  const query = useQuery(statsQuery(newsletterId));
  return (
    <Section title={t('stats.title')} text={t('stats.text')}>
      <QueryView query={query}>
        {({ active, pending, days }) => (
          <>
            <SimpleGrid cols={{ base: 2, sm: 4 }}>
              <Figure label={t('stats.active')} value={format.count(active)} />
              <Figure label={t('stats.pending')} value={format.count(pending)} />
              <Figure label={t('stats.joined')} value={format.count(sum(days, 'joined'))} />
              <Figure
                label={t('stats.left')}
                value={format.count(sum(days, 'left') + sum(days, 'removed'))}
              />
            </SimpleGrid>
            {days.length > 0 ? (
              <ChartPlace height={240}>
                <GrowthChart days={days} active={active} />
              </ChartPlace>
            ) : (
              <Text c="dimmed">{t('stats.none')}</Text>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
};

const sum = <K extends 'joined' | 'left' | 'removed'>(
  days: readonly Record<K, number>[],
  key: K,
): number => days.reduce((total, day) => total + day[key], 0);
