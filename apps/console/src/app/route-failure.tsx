import type { ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { ErrorState } from '../ui/states.js';

/** A page that could not be drawn or fetched, for instance because a new version was installed meanwhile. */
export const RouteFailure = (): ReactNode => {
  const error = useRouteError();
  return (
    <ErrorState
      error={error}
      retry={() => {
        window.location.reload();
      }}
    />
  );
};
