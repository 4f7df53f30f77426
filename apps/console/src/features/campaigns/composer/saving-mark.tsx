import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTextOfError } from '../../../ui/problem-text.js';
import type { OpenDraft } from './use-draft.js';

/** Whether what is on the screen is stored. */
export const SavingMark = ({ open }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const textOf = useTextOfError();
  const { state, error, keeper } = open;
  const failed = state === 'failed' || state === 'conflict';
  const Icon = failed ? IconAlertTriangle : state === 'saved' ? IconCloudCheck : IconCloudUp;
  return (
    <Group gap={6} role="status" aria-live="polite">
      <Icon size={18} aria-hidden />
      <Text size="sm" c={failed ? 'var(--mantine-color-error)' : 'dimmed'}>
        {t(`saving.${state}`)}
        {state === 'failed' && ` ${textOf(error)}`}
      </Text>
      {state === 'failed' && (
        <Button size="compact-sm" variant="light" onClick={() => void keeper.flush()}>
          {t('action.retry')}
        </Button>
      )}
    </Group>
  );
};
