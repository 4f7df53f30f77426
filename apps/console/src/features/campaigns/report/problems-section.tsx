import { Badge, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';

const colors: Record<Schema<'ProblemView'>['state'], string> = {
  refused: 'red',
  deferred: 'yellow',
  unknown: 'orange',
};

/** Why mails were refused, wait, or are unknown, grouped so that nobody is pointed at. */
export const ProblemsSection = ({
  campaign: { id },
  progress,
}: {
  campaign: Campaign;
  progress: Schema<'ProgressView'>;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { refused, deferred, unknown } = progress;
  const any = refused + deferred + unknown > 0;
  const query = useQuery({
    queryKey: ['campaigns', id, 'problems', refused, deferred, unknown],
    queryFn: async () =>
      (await read(api.GET('/api/v1/campaigns/{campaignId}/problems', at(id)))).items,
    enabled: any,
  });
  if (!any) return null;
  return (
    <Section title={t('problems.title')} text={t('problems.text')}>
      <QueryView query={query}>
        {(items) => (
          <Table.ScrollContainer minWidth={560}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('problems.state')}</Table.Th>
                  <Table.Th>{t('problems.reason')}</Table.Th>
                  <Table.Th>{t('problems.domain')}</Table.Th>
                  <Table.Th ta="right">{t('problems.mails')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((group, i) => (
                  <Row key={i} group={group} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryView>
    </Section>
  );
};

const Row = ({ group }: { group: Schema<'ProblemView'> }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { state, replyCode, smtpStatus, reason, domain, count, example } = group;
  return (
    <Table.Tr>
      <Table.Td>
        <Badge color={colors[state]} miw="max-content">
          {t(`outcome.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Stack gap={0}>
          <Text size="sm">
            {reason ? t(`reason.${reason}`, { defaultValue: reason }) : t('reason.none')}
          </Text>
          <Text size="xs" c="dimmed" ff="monospace" className="any-break">
            {[replyCode, smtpStatus, example].filter((part) => part !== null).join(' ')}
          </Text>
        </Stack>
      </Table.Td>
      <Table.Td className="any-break">{domain ?? t('problems.smallDomains')}</Table.Td>
      <Table.Td ta="right" className="numbers">
        {format.count(count)}
      </Table.Td>
    </Table.Tr>
  );
};
