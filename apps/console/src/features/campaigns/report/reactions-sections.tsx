import { Anchor, Skeleton, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at, isLive } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
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
                <Suspense fallback={<Skeleton height={chartHeight} />}>
                  <ReactionsChart hours={hours} />
                </Suspense>
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
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>URL</Table.Th>
              <Table.Th ta="right">{t('links.human')}</Table.Th>
              <Table.Th ta="right">{t('links.scanner')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {links.map(({ url, human, scanner }) => (
              <Table.Tr key={url}>
                <Table.Td className="any-break">
                  <Anchor href={url} target="_blank" rel="noreferrer noopener" size="sm">
                    {url}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right" className="numbers">
                  {format.count(human)}
                </Table.Td>
                <Table.Td ta="right" className="numbers" c="dimmed">
                  {format.count(scanner)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
};

const Domains = ({ domains }: { domains: readonly Schema<'DomainView'>[] }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return (
    <Section title={t('domains.title')} text={t('domains.text')}>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('problems.domain')}</Table.Th>
              <Table.Th ta="right">{t('problems.mails')}</Table.Th>
              <Table.Th ta="right">{t('outcome.accepted')}</Table.Th>
              <Table.Th ta="right">{t('outcome.refused')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {domains.map(({ domain, mails, accepted, refused }) => (
              <Table.Tr key={domain ?? ''}>
                <Table.Td>{domain ?? t('domains.others')}</Table.Td>
                <Table.Td ta="right" className="numbers">
                  {format.count(mails)}
                </Table.Td>
                <Table.Td ta="right" className="numbers">
                  {format.share(accepted, mails)}
                </Table.Td>
                <Table.Td ta="right" className="numbers">
                  {format.share(refused, mails)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
};
