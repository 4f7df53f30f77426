import { Button, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from './action-form.js';
import type { ActionFormProps } from './action-form.js';
import type { FormField } from './form-input.js';

interface ActionButtonProps<Field extends FormField> extends Omit<
  ActionFormProps<Field>,
  'verb' | 'onClose'
> {
  /** The verb: on the button that opens the question, and on the one that does it. */
  readonly label: string;
  readonly title?: string;
  /** Whole sentences that say what will happen. */
  readonly text?: ReactNode;
  readonly variant?: 'default' | 'light' | 'filled' | 'subtle';
  readonly size?: 'xs' | 'sm';
  readonly icon?: ReactNode;
}

/** A verb that asks for its details, or at least whether it is meant, before it acts. */
export const ActionButton = <const Field extends FormField = never>({
  label,
  title = label,
  text,
  variant = 'light',
  size = 'xs',
  icon,
  ...form
}: ActionButtonProps<Field>): ReactNode => {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant={variant}
        size={size}
        leftSection={icon}
        {...(form.dangerous && { color: 'red' })}
        onClick={open}
      >
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={title}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {text && (
          <Text component="div" mb="md">
            {text}
          </Text>
        )}
        <ActionForm {...form} verb={label} onClose={close} />
      </Modal>
    </>
  );
};
