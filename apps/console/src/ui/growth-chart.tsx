import '@mantine/charts/styles.css';
import { AreaChart } from '@mantine/charts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { jstDay } from './format.js';
import { readersByDay } from './growth.js';
import type { DayOfChanges } from './growth.js';
import { useNow } from './now.js';
import { useFormat } from './use-format.js';

interface GrowthChartProps {
  readonly days: readonly DayOfChanges[];
  readonly active: number;
  readonly height?: number;
}

/** Readers day by day. The default export, so that the chart library is fetched only where one is shown. */
const GrowthChart = ({ days, active, height = 240 }: GrowthChartProps): ReactNode => {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const today = jstDay(useNow(60_000));
  const name = t('readers');
  const data = readersByDay(days, active, today).map(({ day, readers }) => ({
    day: format.shortDay(day),
    [name]: readers,
  }));
  return (
    <AreaChart
      h={height}
      data={data}
      dataKey="day"
      curveType="monotone"
      withDots={false}
      areaProps={{ isAnimationActive: false }}
      valueFormatter={format.count}
      yAxisProps={{ domain: ['auto', 'auto'], width: 56, allowDecimals: false }}
      series={[{ name, color: 'ai.6' }]}
    />
  );
};

export default GrowthChart;
