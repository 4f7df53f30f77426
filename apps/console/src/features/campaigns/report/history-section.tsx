import { Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../../api/campaigns.js';
import type { Campaign } from '../../../api/campaigns.js';
import { api, read } from '../../../api/client.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';

/** Every change of state, with when and by whom. */
export const HistorySection = ({
  campaign: { id, version },
}: {
  campaign: Campaign;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['campaigns', id, 'history', version],
    queryFn: async () =>
      (await read(api.GET('/api/v1/campaigns/{campaignId}/history', at(id)))).items,
  });
  return (
    <Section title={t('history.title')}>
      <QueryView query={query}>
        {(items) => (
          <Timeline active={items.length} bulletSize={14} lineWidth={2}>
            {items.map((item) => (
              <Timeline.Item
                key={item.at + item.event}
                title={t(`event.${item.event}`, { defaultValue: item.event })}
              >
                <Text size="sm" c="dimmed" className="numbers">
                  {format.exactInstant(item.at)} · {t(`actor.${item.actorKind}`)}
                </Text>
              </Timeline.Item>
            ))}
          </Timeline>
        )}
      </QueryView>
    </Section>
  );
};
