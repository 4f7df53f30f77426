import '@mantine/charts/styles.css';
import { AreaChart } from '@mantine/charts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { useFormat } from '../../ui/use-format.js';

/** Facts only: days that have not come are not drawn. The lines are the steps of the price near the peak. */
const PeakChart = ({
  peak: { days, tiers, tier, nextTier },
}: {
  peak: Schema<'PeakView'>;
}): ReactNode => {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const name = t('peak.mostOfDay');
  const data = days.map(({ day, most }) => ({ day: format.shortDay(day), [name]: most }));
  const at = tiers.findIndex(({ upTo }) => upTo === tier?.upTo);
  const near = [tiers[at - 1]?.upTo, nextTier ? tier?.upTo : undefined]
    .filter((upTo) => typeof upTo === 'number')
    .map((upTo) => ({
      y: upTo,
      label: t('peak.upTo', { count: upTo }),
      labelPosition: 'insideTopLeft' as const, // below the line, where the curve of the peak is not
      color: 'red.8',
    }));
  return (
    <AreaChart
      h={280}
      data={data}
      dataKey="day"
      curveType="stepAfter"
      withDots={data.length < 3}
      areaProps={{ isAnimationActive: false }}
      valueFormatter={format.count}
      referenceLines={near}
      yAxisProps={{
        width: 64,
        domain: [0, (most: number) => Math.max(most, ...near.map(({ y }) => y))],
      }}
      series={[{ name, color: 'ai.6' }]}
    />
  );
};

export default PeakChart;
