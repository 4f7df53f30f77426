import { Badge, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { DataTable } from '../../../ui/data-table.js';
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
  const format = useFormat();
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
          <DataTable
            label={t('problems.title')}
            empty={t('reason.none')}
            rows={items}
            keyOf={({ state, replyCode, smtpStatus, reason, domain }) =>
              [state, replyCode, smtpStatus, reason, domain].join()
            }
            columns={[
              {
                head: t('problems.state'),
                cell: ({ state }) => (
                  <Badge color={colors[state]} miw="max-content">
                    {t(`outcome.${state}`)}
                  </Badge>
                ),
              },
              { head: t('problems.reason'), cell: (group) => <Reason group={group} /> },
              {
                head: t('problems.domain'),
                cell: ({ domain }) => (
                  <span className="any-break">{domain ?? t('problems.smallDomains')}</span>
                ),
              },
              { head: t('problems.mails'), figure: true, cell: ({ count }) => format.count(count) },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};

const Reason = ({ group }: { group: Schema<'ProblemView'> }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { replyCode, smtpStatus, reason, example } = group;
  const isSaid = smtpStatus !== null && example?.startsWith(smtpStatus);
  return (
    <Stack gap={0}>
      <Text size="sm">
        {reason ? t(`reason.${reason}`, { defaultValue: reason }) : t('reason.none')}
      </Text>
      <Text size="xs" c="dimmed" ff="monospace" className="any-break">
        {[replyCode, isSaid ? null : smtpStatus, example].filter((part) => part !== null).join(' ')}
      </Text>
    </Stack>
  );
};
