import { NativeSelect, SimpleGrid, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ChartPlace } from '../../ui/chart-place.js';
import { Figure } from '../../ui/figure.js';
import { jstDay } from '../../ui/format.js';
import { now } from '../../ui/now.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const PeakChart = lazy(() => import('./peak-chart.js'));

/** The present month and those before it, newest first. */
const lastMonths = (count: number): string[] => {
  const [year = 0, month = 1] = jstDay(now()).split('-').map(Number);
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7),
  );
};

/** How many addresses there were each day of a month, and the step of the price that covers the most. */
export const PeakSection = (): ReactNode => {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const [months] = useState(() => lastMonths(13));
  const [month, setMonth] = useState(months[0] ?? '');
  const query = useQuery({
    queryKey: ['billing', 'peak', month],
    queryFn: () => read(api.GET('/api/v1/billing/peak', { params: { query: { month } } })),
  });
  return (
    <Section
      title={t('peak.title')}
      text={t('peak.text')}
      actions={
        <NativeSelect
          aria-label={t('peak.month')}
          value={month}
          onChange={({ currentTarget }) => {
            setMonth(currentTarget.value);
          }}
          data={months.map((value) => ({ value, label: format.month(value) }))}
        />
      }
    >
      <QueryView query={query}>{(peak) => <Peak peak={peak} />}</QueryView>
    </Section>
  );
};

const Peak = ({ peak }: { peak: Schema<'PeakView'> }): ReactNode => {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { closed, peak: most, peakAt, tier, nextTier, trueUpYen, tiers, feeMonth } = peak;
  const upTo = (addresses: number | null): string =>
    addresses === null ? t('peak.anyNumber') : t('peak.upTo', { count: addresses });
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
        <Figure
          label={t(closed ? 'peak.most' : 'peak.mostSoFar')}
          value={format.count(most)}
          note={t('peak.at', { at: format.instant(peakAt) })}
        />
        <Figure
          label={t('peak.step')}
          value={tier ? format.yen(tier.monthlyFeeYen) : '–'}
          note={tier ? `${upTo(tier.upTo)} · ${t('withoutTax')}` : t('peak.noPrice')}
        />
        <Figure
          label={t('peak.next')}
          value={nextTier ? format.count(nextTier.missing) : '–'}
          note={
            nextTier
              ? t('peak.nextFee', { yen: format.yen(nextTier.monthlyFeeYen) })
              : tier && t('peak.highest')
          }
        />
        <Figure
          label={t('peak.trueUp')}
          value={trueUpYen === null || !tier ? '–' : format.yen(trueUpYen)}
          note={t(feeMonth ? 'withoutTax' : 'peak.noFee')}
        />
      </SimpleGrid>
      <ChartPlace height={280}>
        <PeakChart peak={peak} />
      </ChartPlace>
      {tiers.length > 0 && (
        <Table.ScrollContainer minWidth={280}>
          <Table>
            <Table.Caption>
              <Text size="sm" c="dimmed" component="span">
                {t('withoutTax')}
              </Text>
            </Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('peak.addresses')}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('peak.fee')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tiers.map((step) => (
                <Table.Tr key={step.upTo ?? 'any'} fw={step.upTo === tier?.upTo ? 700 : 400}>
                  <Table.Td>{upTo(step.upTo)}</Table.Td>
                  <Table.Td ta="right" className="numbers">
                    {format.yen(step.monthlyFeeYen)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
};
