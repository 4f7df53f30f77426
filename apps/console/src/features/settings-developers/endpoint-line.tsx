import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useConfirm } from '../../ui/confirm.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { useFormat } from '../../ui/use-format.js';

const colors = { on: 'green', off: 'gray', failed: 'red' } as const;

interface EndpointLineProps {
  readonly endpoint: Schema<'EndpointView'>;
  readonly onSecret: (secret: string) => void;
}

export const EndpointLine = ({ endpoint, onSecret }: EndpointLineProps): ReactNode => {
  const { t } = useTranslation('settings-developers');
  const format = useFormat();
  const ask = useConfirm();
  const queries = useQueryClient();
  const { id, url, events, state, failingSince } = endpoint;
  const at = { params: { path: { endpointId: id } } };
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: ['webhooks'] });
  const testing = useMutation({
    mutationFn: () => read(api.POST('/api/v1/webhooks/{endpointId}/test', at)),
    onSuccess: async () => {
      sayDone(t('hooks.tested'));
      await onSuccess();
    },
  });
  const switching = useMutation({
    mutationFn: (isOn: boolean) =>
      read(api.PUT('/api/v1/webhooks/{endpointId}', { ...at, body: { url, events, isOn } })),
    onSuccess,
  });
  const rotating = useMutation({
    mutationFn: () => read(api.POST('/api/v1/webhooks/{endpointId}/secret', at)),
    onSuccess: ({ secret }) => {
      onSecret(secret);
    },
  });
  const removing = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/webhooks/{endpointId}', at)),
    onSuccess,
  });
  const sure = (key: 'remove' | 'rotate'): Promise<boolean> =>
    ask({
      title: t(`hooks.${key}`),
      text: t(`hooks.${key}Text`, { url }),
      verb: t(`hooks.${key}`),
      dangerous: key === 'remove',
    });
  return (
    <div>
      <ProblemAlert error={testing.error ?? switching.error ?? rotating.error ?? removing.error} />
      <Text fw={500} className="any-break">
        {url} <Badge color={colors[state]}>{t(`hooks.state.${state}`)}</Badge>
      </Text>
      <Text size="sm" c="dimmed" className="any-break">
        {events.map((event) => t(`event.${event.replace('.', '-')}`)).join(', ')}
      </Text>
      {failingSince !== null && (
        <Text size="sm" c="red">
          {t('hooks.failing', { at: format.instant(failingSince) })}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        <Button
          variant="default"
          size="xs"
          loading={testing.isPending}
          onClick={() => {
            testing.mutate();
          }}
        >
          {t('hooks.test')}
        </Button>
        <Button
          variant="default"
          size="xs"
          loading={switching.isPending}
          onClick={() => {
            switching.mutate(state !== 'on');
          }}
        >
          {t(state === 'on' ? 'hooks.switchOff' : 'hooks.switchOn')}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => void sure('rotate').then((yes) => yes && rotating.mutate())}
        >
          {t('hooks.rotate')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="xs"
          onClick={() => void sure('remove').then((yes) => yes && removing.mutate())}
        >
          {t('hooks.remove')}
        </Button>
      </Group>
    </div>
  );
};
