import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { QueryView } from '../../ui/query-view.js';
import { LoadingLines } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';

/** Whether little is sent from a new domain at first, and the verbs for it. */
export const WarmUp = ({ domainId }: { domainId: string }): ReactNode => {
  const { t } = useTranslation('settings-domains');
  const format = useFormat();
  const writes = useMay()('settings.write');
  const at = { params: { path: { domainId } } };
  const query = useQuery({
    queryKey: ['settings', 'domains', domainId, 'warm-up'],
    queryFn: () => read(api.GET('/api/v1/settings/domains/{domainId}/warm-up', at)),
  });
  return (
    <QueryView query={query} loading={<LoadingLines lines={1} />}>
      {({ startedAt }) => (
        <Group justify="space-between" gap="sm">
          <Text size="sm" style={{ flex: '1 1 14rem' }}>
            <b>{t('warm.title')}</b>{' '}
            {startedAt === null
              ? t('warm.off')
              : t('warm.on', { since: format.instant(startedAt) })}
          </Text>
          {writes &&
            (startedAt === null ? (
              <ActionButton
                label={t('warm.start')}
                text={t('warm.startText')}
                run={() => read(api.POST('/api/v1/settings/domains/{domainId}/warm-up', at))}
              />
            ) : (
              <ActionButton
                label={t('warm.stop')}
                text={t('warm.stopText')}
                run={() => read(api.DELETE('/api/v1/settings/domains/{domainId}/warm-up', at))}
              />
            ))}
        </Group>
      )}
    </QueryView>
  );
};
