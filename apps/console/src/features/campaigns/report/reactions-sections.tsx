import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at, isLive } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ChartPlace } from '../../../ui/chart-place.js';
import { DataTable } from '../../../ui/data-table.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { chartHeight } from './chart-height.js';
import { DeparturesSection } from './departures-section.js';

const ReactionsChart = lazy(() => import('./reactions-chart.js'));

/** What readers and receivers did: over time, by link, by domain. */
export const ReactionsSections = ({
  campaign,
  sent,
}: {
  campaign: Campaign;
  sent: number;
}): ReactNode => {
  const { id, status, tracking } = campaign;
  const { t } = useTranslation('campaigns');
  const query = useQuery({
    queryKey: ['campaigns', id, 'reactions'],
    queryFn: () => read(api.GET('/api/v1/campaigns/{campaignId}/reactions', at(id))),
    staleTime: 30_000,
    refetchInterval: isLive(status) ? 15_000 : false,
  });
  return (
    <QueryView query={query}>
      {({ hours, links, domains, leaves }) => (
        <>
          {tracking && (
            <Section title={t('reactions.title')} text={t('reactions.text')}>
              {hours.length === 0 ? (
                <Text c="dimmed">{t('reactions.none')}</Text>
              ) : (
                <ChartPlace height={chartHeight}>
                  <ReactionsChart hours={hours} />
                </ChartPlace>
              )}
            </Section>
          )}
          <DeparturesSection campaign={campaign} sent={sent} leaves={leaves} />
          {tracking && links.length > 0 && <Links links={links} />}
          {domains.length > 0 && <Domains domains={domains} />}
        </>
      )}
    </QueryView>
  );
};

const Links = ({ links }: { links: readonly Schema<'LinkView'>[] }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return (
    <Section title={t('links.title')} text={t('links.text')}>
      <DataTable
        label={t('links.title')}
        empty={t('reactions.none')}
        rows={links}
        keyOf={({ url }) => url}
        minWidth={420}
        columns={[
          {
            head: 'URL',
            cell: ({ url }) => (
              <Anchor
                href={url}
                target="_blank"
                rel="noreferrer noopener"
                size="sm"
                className="any-break"
              >
                {url}
              </Anchor>
            ),
          },
          { head: t('links.human'), figure: true, cell: ({ human }) => format.count(human) },
          { head: t('links.scanner'), figure: true, cell: ({ scanner }) => format.count(scanner) },
        ]}
      />
    </Section>
  );
};

const Domains = ({ domains }: { domains: readonly Schema<'DomainView'>[] }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return (
    <Section title={t('domains.title')} text={t('domains.text')}>
      <DataTable
        label={t('domains.title')}
        empty={t('domains.others')}
        rows={domains}
        keyOf={({ domain }) => domain ?? ''}
        minWidth={420}
        columns={[
          {
            head: t('problems.domain'),
            cell: ({ domain }) => domain ?? t('domains.others'),
          },
          { head: t('problems.mails'), figure: true, cell: ({ mails }) => format.count(mails) },
          {
            head: t('outcome.accepted'),
            figure: true,
            cell: ({ accepted, mails }) => format.share(accepted, mails),
          },
          {
            head: t('outcome.refused'),
            figure: true,
            cell: ({ refused, mails }) => format.share(refused, mails),
          },
        ]}
      />
    </Section>
  );
};
