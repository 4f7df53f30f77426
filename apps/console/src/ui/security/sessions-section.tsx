import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ProblemAlert } from '../problem-text.js';
import { QueryView } from '../query-view.js';
import { Section } from '../section.js';
import { useFormat } from '../use-format.js';

/** Where one is signed in, and ending what one does not know. */
export const SessionsSection = (): ReactNode => {
  const { t } = useTranslation('security');
  const format = useFormat();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['sessions'],
    queryFn: () => read(api.GET('/api/v1/sessions')),
  });
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: ['sessions'] });
  const ending = useMutation({
    mutationFn: (sessionId: string) =>
      read(api.DELETE('/api/v1/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSuccess,
  });
  const endingOthers = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/sessions')),
    onSuccess,
  });
  const named = (device: string): string => (device === 'unknown' ? t('sessions.unknown') : device);
  return (
    <Section
      title={t('sessions.title')}
      text={t('sessions.text')}
      actions={
        <Button
          variant="default"
          loading={endingOthers.isPending}
          onClick={() => {
            endingOthers.mutate();
          }}
        >
          {t('sessions.endOthers')}
        </Button>
      }
    >
      <ProblemAlert error={ending.error ?? endingOthers.error} />
      <QueryView query={query}>
        {({ items }) =>
          items.map(({ id, device, network, lastSeenAt, current }) => (
            <Group key={id} justify="space-between" gap="sm">
              <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
                <Text fw={500} className="any-break">
                  {named(device)} {current && <Badge>{t('sessions.current')}</Badge>}
                </Text>
                <Text size="sm" c="dimmed" className="any-break">
                  {network} · {t('lastUsed', { at: format.instant(lastSeenAt) })}
                </Text>
              </div>
              {!current && (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`${t('sessions.end')}: ${named(device)}`}
                  onClick={() => {
                    ending.mutate(id);
                  }}
                >
                  {t('sessions.end')}
                </Button>
              )}
            </Group>
          ))
        }
      </QueryView>
    </Section>
  );
};
