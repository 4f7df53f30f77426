import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenDraft } from './use-draft.js';

/** Two people, one draft: says so and lets the person choose. Nothing is thrown away before. */
export const ConflictAlert = ({ open }: { open: OpenDraft }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const { state, keeper, latest } = open;
  const settling = useMutation({
    mutationFn: async (whose: 'mine' | 'theirs') => {
      const stored = await latest();
      if (whose === 'mine') await keeper.keepMine(stored);
      else keeper.takeTheirs(stored);
    },
  });
  if (state !== 'conflict') return null;
  return (
    <Alert color="orange" role="alert" icon={<IconUsers size={20} />} title={t('conflict.title')}>
      <Stack gap="sm">
        {t('conflict.text')}
        <Group gap="xs">
          <Button
            size="xs"
            loading={settling.isPending}
            onClick={() => {
              settling.mutate('mine');
            }}
          >
            {t('conflict.mine')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={settling.isPending}
            onClick={() => {
              settling.mutate('theirs');
            }}
          >
            {t('conflict.theirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
};
