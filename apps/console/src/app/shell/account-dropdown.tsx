import { Menu, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession, useSignOut } from '../../api/session.js';
import { AccountButton } from './account-button.js';
import { LanguageSwitch } from './language-switch.js';
import { SchemeSwitch } from './scheme-switch.js';

/** The account's menu, which opens as soon as it is there. The default export, fetched by who asks for it. */
const AccountDropdown = ({ area }: { area: 'tenant' | 'operator' }): ReactNode => {
  const { t } = useTranslation();
  const { role, name, email } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    // It took the place of a button that had the focus, and gives it back when it is closed.
    button.current?.focus({ preventScroll: true });
    const frame = requestAnimationFrame(() => {
      setOpened(true);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, []);
  const leave = async (): Promise<void> => {
    await signOut();
    await navigate(area === 'tenant' ? '/sign-in' : '/operator/sign-in');
  };
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={260}
      withinPortal
      keepMounted={false}
      returnFocus
    >
      <Menu.Target>
        <AccountButton ref={button} />
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

export default AccountDropdown;
