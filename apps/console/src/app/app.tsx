import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { queries } from '../api/queries.js';
import { ConfirmProvider } from '../ui/confirm.js';
import { WholePageLoading } from '../ui/states.js';
import { router } from './router.js';
import { cssVariables, theme } from './theme.js';

const Messages = lazy(() => import('../ui/messages.js'));

export const App = (): ReactNode => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
    <QueryClientProvider client={queries}>
      <Suspense fallback={<WholePageLoading />}>
        <ConfirmProvider>
          <RouterProvider router={router} />
        </ConfirmProvider>
      </Suspense>
      <Suspense fallback={null}>
        <Messages />
      </Suspense>
    </QueryClientProvider>
  </MantineProvider>
);
