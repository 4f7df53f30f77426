import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { useFormat } from '../../ui/use-format.js';

/** Mails that did not arrive, by the day in Japan of the failure. */
const DaysChart = ({ days }: { days: readonly Schema<'DayFigureView'>[] }): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  const name = t('failed');
  return (
    <BarChart
      h={240}
      data={days.map(({ day, failed }) => ({ day: format.shortDay(day), [name]: failed }))}
      dataKey="day"
      maxBarWidth={24}
      xAxisProps={{ interval: 'equidistantPreserveStart', minTickGap: 12 }}
      yAxisProps={{ allowDecimals: false }}
      barProps={{ isAnimationActive: false }}
      valueFormatter={format.count}
      series={[{ name, color: 'red.7' }]}
    />
  );
};

export default DaysChart;
