import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLive } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ChartPlace } from '../../../ui/chart-place.js';
import { DataTable } from '../../../ui/data-table.js';
import { Figure } from '../../../ui/figure.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { chartHeight } from './chart-height.js';
import type { Leave } from './departures.js';

const DeparturesChart = lazy(() => import('./departures-chart.js'));

interface DeparturesProps {
  readonly campaign: Campaign;
  /** Mails that were accepted or refused: what the shares are of. */
  readonly sent: number;
  readonly leaves: readonly Leave[];
}

/** Who left by a link of it, and what came back: how many, when and why. */
export const DeparturesSection = ({ campaign, sent, leaves }: DeparturesProps): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { id, status } = campaign;
  const query = useQuery({
    queryKey: ['campaigns', id, 'bounces'],
    queryFn: () =>
      read(api.GET('/api/v1/bounces/by-campaign', { params: { query: { campaignId: id } } })),
    staleTime: 30_000,
    refetchInterval: isLive(status) ? 15_000 : false,
  });
  return (
    <Section title={t('departures.title')} text={t('departures.text')}>
      <QueryView query={query}>
        {(bounces) => <Departures sent={sent} leaves={leaves} bounces={bounces} />}
      </QueryView>
    </Section>
  );
};

const Departures = ({
  sent,
  leaves,
  bounces,
}: Omit<DeparturesProps, 'campaign'> & { bounces: Schema<'CampaignBouncesView'> }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const left = leaves.reduce((sum, { people }) => sum + people, 0);
  const { failed, complained, delayed, byReason, hours } = bounces;
  const share = (part: number): string =>
    t('departures.ofSent', { share: format.share(part, sent) });
  if (left + failed + complained + delayed === 0)
    return <Text c="dimmed">{t('departures.none')}</Text>;
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        <Figure label={t('departures.left')} value={format.people(left)} note={share(left)} />
        <Figure label={t('departures.failed')} value={format.mails(failed)} note={share(failed)} />
        <Figure
          label={t('departures.complained')}
          value={format.mails(complained)}
          note={share(complained)}
        />
        <Figure
          label={t('departures.delayed')}
          value={format.mails(delayed)}
          note={share(delayed)}
        />
      </SimpleGrid>
      <ChartPlace height={chartHeight}>
        <DeparturesChart leaves={leaves} hours={hours} />
      </ChartPlace>
      {byReason.length > 0 && (
        <DataTable
          label={t('departures.title')}
          minWidth={320}
          rows={byReason}
          keyOf={({ reason, blame }) => `${reason} ${blame}`}
          empty=""
          columns={[
            { head: t('departures.reason'), cell: ({ reason }) => t(`reason.${reason}`) },
            {
              head: t('departures.mails'),
              cell: ({ mails }) => format.count(mails),
              figure: true,
            },
          ]}
        />
      )}
    </>
  );
};
