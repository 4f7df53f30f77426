import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { Figure } from '../../ui/figure.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** This month's peak of addresses and the step of the course that it leads to. */
export const PeakSection = (): ReactNode => {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['billing', 'peak', 'now'],
    queryFn: () => read(api.GET('/api/v1/billing/peak')),
    retry: false,
  });
  if (!data) return null;
  const { month, peak, peakAt, tier, nextTier } = data;
  return (
    <Section title={t('peak.title', { month: format.month(month) })} text={t('peak.text')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Figure label={t('peak.peak')} value={format.count(peak)} note={format.instant(peakAt)} />
        <Figure
          label={t('peak.tier')}
          value={tier ? format.yen(tier.monthlyFeeYen) : '–'}
          note={
            tier && tier.upTo !== null && t('peak.upTo', { addresses: format.count(tier.upTo) })
          }
        />
        <Figure
          label={t('peak.next')}
          value={nextTier ? format.count(nextTier.missing) : '–'}
          note={nextTier && t('peak.nextFee', { yen: format.yen(nextTier.monthlyFeeYen) })}
        />
      </SimpleGrid>
    </Section>
  );
};
