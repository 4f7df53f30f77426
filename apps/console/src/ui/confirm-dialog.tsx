import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from './question.js';

interface ConfirmDialogProps {
  readonly question: Question;
  readonly opened: boolean;
  readonly onAnswer: (yes: boolean) => void;
}

/** The default export, fetched when something is first asked. */
const ConfirmDialog = ({ question, opened, onAnswer }: ConfirmDialogProps): ReactNode => {
  const { t } = useTranslation();
  const no = (): void => {
    onAnswer(false);
  };
  return (
    <Modal
      opened={opened}
      onClose={no}
      title={question.title}
      centered
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text component="div">{question.text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={no} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button
            color={question.dangerous ? 'red' : 'ai'}
            onClick={() => {
              onAnswer(true);
            }}
          >
            {question.verb}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

export default ConfirmDialog;
