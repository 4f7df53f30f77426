import { Avatar, Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';

type AccountButtonProps = Omit<ComponentProps<'button'>, 'ref' | 'style'> & {
  readonly ref?: Ref<HTMLButtonElement>;
};

/** Whose session it is; opens the account's menu. */
export const AccountButton = (props: AccountButtonProps): ReactNode => {
  const { t } = useTranslation();
  const { name, tenant } = useSession();
  return (
    <UnstyledButton {...props}>
      <Group gap={6} wrap="nowrap">
        <Avatar size={32} color="ai" radius="xl" aria-hidden />
        <VisuallyHidden>{t('account.menu')}</VisuallyHidden>
        <Text size="sm" visibleFrom="sm" maw={280} truncate>
          {tenant?.name ?? name}
        </Text>
        <IconChevronDown size={16} aria-hidden />
      </Group>
    </UnstyledButton>
  );
};
