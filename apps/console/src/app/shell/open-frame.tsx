import { Center, Group, Paper, Stack, Text } from '@mantine/core';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { LoadingLines } from '../../ui/states.js';
import { LanguageSwitch } from './language-switch.js';

/** Around what is seen before a sign-in: one card in the middle. */
export const OpenFrame = (): ReactNode => {
  const { t } = useTranslation();
  return (
    <Center mih="100vh" px="md" py="xl" style={{ background: 'var(--paper)' }}>
      <Stack w="100%" maw={420} gap="md">
        <Group component="header" justify="space-between">
          <Group gap={8}>
            <img src="/console/favicon.svg" alt="" width={28} height={28} />
            <Text fw={700}>{t('brand')}</Text>
          </Group>
          <LanguageSwitch compact />
        </Group>
        <Paper component="main" p={{ base: 'lg', xs: 'xl' }}>
          <Suspense fallback={<LoadingLines lines={5} />}>
            <Outlet />
          </Suspense>
        </Paper>
      </Stack>
    </Center>
  );
};
