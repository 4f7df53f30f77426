import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-text.js';

interface NameDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text?: string;
  readonly label: string;
  readonly verb: string;
  /** What stands in the field at first. */
  readonly first: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onName: (name: string) => void;
}

/** Asks for a name and keeps the dialog open until it was taken, so that a name that is in use can be mended. */
export const NameDialog = ({ opened, onClose, title, ...form }: NameDialogProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <NameForm {...form} onClose={onClose} />
    </Modal>
  );
};

type NameFormProps = Omit<NameDialogProps, 'opened' | 'title'>;

const NameForm = (props: NameFormProps): ReactNode => {
  const { text, label, verb, first, pending, error, onName, onClose } = props;
  const { t } = useTranslation();
  const [name, setName] = useState(first);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onName(name.trim());
      }}
    >
      <Stack>
        {text && <Text>{text}</Text>}
        <ProblemAlert error={error} />
        <TextInput
          label={label}
          value={name}
          maxLength={100}
          required
          data-autofocus
          autoComplete="off"
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={pending} disabled={name.trim() === ''}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
