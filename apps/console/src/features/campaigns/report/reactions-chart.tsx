import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.js';
import { chartHeight } from './chart-height.js';
import { everyHour } from './hours.js';
import type { Hour } from './hours.js';

/** Opens and clicks by hour; what programs did stands apart in grey. */
const ReactionsChart = ({ hours }: { hours: readonly Hour[] }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const data = everyHour(hours).map(({ at, opens, machineOpens, clicks, scannerClicks }) => ({
    hour: format.shortInstant(at),
    [t('reactions.opens')]: opens,
    [t('reactions.clicks')]: clicks,
    [t('reactions.machines')]: machineOpens + scannerClicks,
  }));
  return (
    <BarChart
      h={chartHeight}
      data={data}
      dataKey="hour"
      withLegend
      barProps={{ isAnimationActive: false }}
      valueFormatter={format.count}
      series={[
        { name: t('reactions.opens'), color: 'ai.6' },
        { name: t('reactions.clicks'), color: 'teal.7' },
        { name: t('reactions.machines'), color: 'gray.4' },
      ]}
    />
  );
};

export default ReactionsChart;
