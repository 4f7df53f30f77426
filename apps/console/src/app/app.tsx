import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { queries } from '../api/queries.js';
import { ConfirmProvider } from '../ui/confirm.js';
import { WholePageLoading } from '../ui/states.js';
import { router } from './router.js';
import { cssVariables, theme } from './theme.js';

export const App = (): ReactNode => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
    <QueryClientProvider client={queries}>
      <Suspense fallback={<WholePageLoading />}>
        <ConfirmProvider>
          <RouterProvider router={router} />
        </ConfirmProvider>
      </Suspense>
      <Notifications position="top-center" />
    </QueryClientProvider>
  </MantineProvider>
);
