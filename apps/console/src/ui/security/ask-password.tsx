import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../problem-text.js';

interface AskPasswordProps {
  readonly title: string;
  readonly text?: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onPassword: (password: string) => void;
  readonly onClose: () => void;
}

/** The own password once more, before anything about the ways of signing in changes. */
export const AskPassword = (props: AskPasswordProps): ReactNode => {
  const { title, text, pending, error, onPassword, onClose } = props;
  const { t } = useTranslation('security');
  const [password, setPassword] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onPassword(password);
        }}
      >
        <Stack>
          <ProblemAlert error={error} />
          {text && <Text>{text}</Text>}
          <PasswordInput
            label={t('ownPassword')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            data-autofocus
            value={password}
            onChange={({ currentTarget }) => {
              setPassword(currentTarget.value);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('goOn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
