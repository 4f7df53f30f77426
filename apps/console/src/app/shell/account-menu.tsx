import { Avatar, Group, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconLogout } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession, useSignOut } from '../../api/session.js';
import { LanguageSwitch } from './language-switch.js';
import { SchemeSwitch } from './scheme-switch.js';

export const AccountMenu = ({ area }: { area: 'tenant' | 'operator' }): ReactNode => {
  const { t } = useTranslation();
  const { role, name, email, tenant } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await signOut();
    await navigate(area === 'tenant' ? '/sign-in' : '/operator/sign-in');
  };
  return (
    <Menu position="bottom-end" width={260} withinPortal keepMounted={false}>
      <Menu.Target>
        <UnstyledButton>
          <Group gap={6} wrap="nowrap">
            <Avatar size={32} color="ai" radius="xl" aria-hidden />
            <VisuallyHidden>{t('account.menu')}</VisuallyHidden>
            <Text size="sm" visibleFrom="sm" maw={280} truncate>
              {tenant?.name ?? name}
            </Text>
            <IconChevronDown size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Text px="sm" pt={4} fw={600} className="any-break">
          {name}
        </Text>
        <Text px="sm" pb={4} size="xs" c="dimmed" className="any-break">
          {email} · {t(`role.${role}`)}
        </Text>
        <Menu.Label>{t('language')}</Menu.Label>
        <LanguageSwitch />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        <SchemeSwitch />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void leave()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
