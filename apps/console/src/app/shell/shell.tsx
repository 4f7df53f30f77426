import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { LoadingLines } from '../../ui/states.js';
import { AccountMenu } from './account-menu.js';
import { Banners } from './banners.js';
import { Navigation } from './navigation.js';
import { Permitted } from './permitted.js';

/** The frame of both areas: navigation at the left, on small screens behind a button. */
export const Shell = ({ area }: { area: 'tenant' | 'operator' }): ReactNode => {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 248, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
      transitionDuration={0}
    >
      <a href="#content" className="skip-link">
        {t('skip')}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={t('menu')}
              aria-expanded={opened}
            />
            <Link
              to={area === 'tenant' ? '/' : '/operator'}
              style={{ color: 'inherit', textDecoration: 'none' }}
            >
              <Group gap={8} wrap="nowrap">
                <img src="/console/favicon.svg" alt="" width={26} height={26} />
                <Text fw={700} style={{ whiteSpace: 'nowrap' }}>
                  {t('brand')}
                </Text>
                {area === 'operator' && (
                  <Text size="sm" c="dimmed" visibleFrom="xs">
                    {t('operatorArea')}
                  </Text>
                )}
              </Group>
            </Link>
          </Group>
          <AccountMenu area={area} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm">
        <AppShell.Section grow style={{ overflowY: 'auto' }}>
          <Navigation area={area} onChoose={close} />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main
        id="content"
        tabIndex={-1}
        style={{ background: 'var(--paper)', outline: 'none' }}
      >
        <Banners />
        <Suspense fallback={<LoadingLines />}>
          <Permitted area={area}>
            <Outlet />
          </Permitted>
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
};
