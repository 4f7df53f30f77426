import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCampaigns } from '../../api/campaigns.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const shown = 5;

/** How the last campaigns went. */
export const ResultsSection = (): ReactNode => {
  const { t } = useTranslation('home');
  const format = useFormat();
  const query = useCampaigns('sent', shown);
  return (
    <Section title={t('results.title')}>
      <QueryView query={query}>
        {({ pages }) => {
          const lines = pages.flatMap(({ items }) => items).slice(0, shown);
          return lines.length === 0 ? (
            <Text c="dimmed">{t('results.none')}</Text>
          ) : (
            <Table.ScrollContainer minWidth={260}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('results.campaign')}</Table.Th>
                    <Table.Th ta="right" visibleFrom="xs">
                      {t('results.accepted')}
                    </Table.Th>
                    <Table.Th ta="right" visibleFrom="xs">
                      {t('results.opens')}
                    </Table.Th>
                    <Table.Th ta="right" visibleFrom="xs">
                      {t('results.clicks')}
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {lines.map(({ id, subject, launchedAt, progress }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <Anchor
                          component={Link}
                          to={`/campaigns/${id}`}
                          c="inherit"
                          fw={600}
                          className="any-break"
                        >
                          {subject || t('noSubject')}
                        </Anchor>
                        <Text size="xs" c="dimmed" className="numbers">
                          {launchedAt && format.instant(launchedAt)}
                        </Text>
                        <Text size="sm" className="numbers" hiddenFrom="xs">
                          {t('results.inShort', {
                            accepted: format.count(progress?.accepted ?? 0),
                            opens: format.share(
                              progress?.opens.human ?? 0,
                              progress?.accepted ?? 0,
                            ),
                            clicks: format.share(
                              progress?.clicks.human ?? 0,
                              progress?.accepted ?? 0,
                            ),
                          })}
                        </Text>
                      </Table.Td>
                      <Table.Td ta="right" className="numbers" visibleFrom="xs">
                        {format.count(progress?.accepted ?? 0)}
                      </Table.Td>
                      <Table.Td ta="right" className="numbers" visibleFrom="xs">
                        {format.share(progress?.opens.human ?? 0, progress?.accepted ?? 0)}
                      </Table.Td>
                      <Table.Td ta="right" className="numbers" visibleFrom="xs">
                        {format.share(progress?.clicks.human ?? 0, progress?.accepted ?? 0)}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          );
        }}
      </QueryView>
    </Section>
  );
};
