import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ChartPlace } from '../../ui/chart-place.js';
import { Figure } from '../../ui/figure.js';
import { instantInJapan, jstDay } from '../../ui/format.js';
import { now } from '../../ui/now.js';
import { Page } from '../../ui/page.js';
import { PeriodSelect } from '../../ui/period-select.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';
import { CampaignsSection } from './campaigns-section.js';
import { everyDay } from './days.js';
import { DomainsSection } from './domains-section.js';
import { MailsSection } from './mails-section.js';
import { ReasonsSection } from './reasons-section.js';
import { RemovalsSection } from './removals-section.js';

const DaysChart = lazy(() => import('./days-chart.js'));
const day = 24 * 60 * 60_000;

export const Component = (): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  const may = useMay();
  const [days, setDays] = useState('30');
  const query = useQuery({
    queryKey: ['bounces', 'summary', days],
    queryFn: () =>
      read(
        api.GET('/api/v1/bounces/summary', {
          params: {
            query: {
              from: instantInJapan(
                jstDay(new Date(now().getTime() - (Number(days) - 1) * day)),
                '00:00',
              ),
            },
          },
        }),
      ),
  });
  const rate = (share: number | null): string => (share === null ? '–' : format.share(share, 1));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={<PeriodSelect days={days} onChange={setDays} />}
    >
      <QueryView query={query}>
        {(summary) => (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
              <Figure label={t('sent')} value={format.count(summary.sent)} note={t('sentNote')} />
              <Figure
                label={t('failed')}
                value={format.count(summary.failed)}
                note={t('rate', { rate: rate(summary.bounceRate) })}
              />
              <Figure
                label={t('complained')}
                value={format.count(summary.complained)}
                note={t('rate', { rate: rate(summary.complaintRate) })}
              />
              <Figure
                label={t('removed')}
                value={format.count(summary.removed)}
                note={t('removedNote')}
              />
            </SimpleGrid>
            {summary.failed === 0 ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <>
                <Section title={t('byDay')}>
                  <ChartPlace height={240}>
                    <DaysChart
                      days={everyDay(summary.byDay, jstDay(summary.from), jstDay(now()))}
                    />
                  </ChartPlace>
                </Section>
                <ReasonsSection reasons={summary.byReason} failed={summary.failed} />
                <DomainsSection domains={summary.byDomain} failed={summary.failed} />
              </>
            )}
            {summary.byCampaign.length > 0 && <CampaignsSection campaigns={summary.byCampaign} />}
            {summary.failed > 0 && (
              <MailsSection reasons={summary.byReason.map(({ reason }) => reason)} />
            )}
            {may('subscribers.read') && <RemovalsSection />}
          </>
        )}
      </QueryView>
    </Page>
  );
};
