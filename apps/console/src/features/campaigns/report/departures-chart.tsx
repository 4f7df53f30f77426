import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../../api/client.js';
import { useFormat } from '../../../ui/use-format.js';
import { chartHeight } from './chart-height.js';
import { departuresByHour } from './departures.js';
import type { Leave } from './departures.js';

interface DeparturesChartProps {
  readonly leaves: readonly Leave[];
  readonly hours: readonly Schema<'BounceHourView'>[];
}

/** Who left and what came back, hour by hour. */
const DeparturesChart = ({ leaves, hours }: DeparturesChartProps): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const data = departuresByHour(leaves, hours).map(({ at, left, failed, complained }) => ({
    hour: format.shortInstant(at),
    [t('departures.left')]: left,
    [t('departures.failed')]: failed,
    [t('departures.complained')]: complained,
  }));
  return (
    <BarChart
      h={chartHeight}
      data={data}
      dataKey="hour"
      withLegend
      maxBarWidth={24}
      yAxisProps={{ allowDecimals: false }}
      barProps={{ isAnimationActive: false }}
      valueFormatter={format.count}
      series={[
        { name: t('departures.left'), color: 'ai.6' },
        { name: t('departures.failed'), color: 'red.7' },
        { name: t('departures.complained'), color: 'orange.7' },
      ]}
    />
  );
};

export default DeparturesChart;
