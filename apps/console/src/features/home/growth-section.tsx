import { Group, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statsQuery, useNewsletters } from '../../api/newsletters.js';
import { ChartPlace } from '../../ui/chart-place.js';
import type { DayOfChanges } from '../../ui/growth.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const GrowthChart = lazy(() => import('../../ui/growth-chart.js'));

/** Sign-ups less departures of all newsletters together; who reads two counts twice. */
export const GrowthSection = (): ReactNode => {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { data: newsletters = [] } = useNewsletters();
  const stats = useQueries({
    queries: newsletters.slice(0, 20).map(({ id }) => statsQuery(id)),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  });
  if (stats.length === 0 || stats.length < Math.min(newsletters.length, 20)) return null;
  const active = stats.reduce((sum, one) => sum + one.active, 0);
  const days = together(stats.flatMap((one) => one.days));
  const change = days.reduce((sum, { joined, left, removed }) => sum + joined - left - removed, 0);
  return (
    <Section title={t('growth.title')} text={t('growth.text')}>
      <Group gap="lg">
        <Text fz={26} fw={700} lh={1.2} className="numbers">
          {format.people(active)}
        </Text>
        <Text c="dimmed" className="numbers">
          {t('growth.change', { change: `${change > 0 ? '+' : ''}${format.count(change)}` })}
        </Text>
      </Group>
      {days.length > 0 && (
        <ChartPlace height={200}>
          <GrowthChart days={days} active={active} height={200} />
        </ChartPlace>
      )}
    </Section>
  );
};

const together = (days: readonly DayOfChanges[]): DayOfChanges[] => {
  const sums = new Map<string, DayOfChanges>();
  for (const { day, joined, left, removed } of days) {
    const sum = sums.get(day) ?? { day, joined: 0, left: 0, removed: 0 };
    sums.set(day, {
      day,
      joined: sum.joined + joined,
      left: sum.left + left,
      removed: sum.removed + removed,
    });
  }
  return [...sums.values()];
};
