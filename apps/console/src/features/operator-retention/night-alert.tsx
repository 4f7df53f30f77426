import { Alert, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useFormat } from '../../ui/use-format.js';

/** How the erasure of the last night ended; loud where it did not. */
export const NightAlert = (): ReactNode => {
  const { t } = useTranslation('operator-retention');
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['operator', 'erasures', 'state'],
    queryFn: () => read(api.GET('/api/v1/operator/erasures/state')),
    refetchInterval: 60_000,
  });
  if (!data?.day || !data.startedAt) return null;
  const { day, startedAt, finishedAt, failed, isStuck, lateTenants } = data;
  if (!isStuck && failed.length === 0 && lateTenants === 0)
    return (
      <Text c="dimmed" size="sm" role="status">
        {finishedAt
          ? t('night.whole', { day: format.day(day), at: format.instant(finishedAt) })
          : t('night.running', { at: format.instant(startedAt) })}
      </Text>
    );
  return (
    <Alert color="red" icon={<IconAlertTriangle size={20} />} title={t('night.stuck')} role="alert">
      <Text size="sm">
        {t('night.begun', { day: format.day(day), at: format.instant(startedAt) })}
      </Text>
      {failed.length > 0 && (
        <List size="sm" my="xs">
          {failed.map((each) => (
            <List.Item key={each} className="any-break">
              {each}
            </List.Item>
          ))}
        </List>
      )}
      {lateTenants > 0 && <Text size="sm">{t('night.late', { count: lateTenants })}</Text>}
    </Alert>
  );
};
