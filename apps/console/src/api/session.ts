import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { forgetAccessReasons } from './access-reason.js';
import { api, keepCsrfToken, read } from './client.js';
import type { Schema } from './client.js';
import { isProblem, ApiProblem } from './problem.js';
import { queries } from './queries.js';

/** Who is signed in, for whom, and what they may do. */
export type Session = Schema<'MeView'>;

const readSession = async (): Promise<Session | null> => {
  try {
    const session = await read(api.GET('/api/v1/me'));
    keepCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
};

const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 5 * 60_000,
});

/** Asks who is signed in before any page is there to ask. */
export const askForSession = (): void => {
  // Who then asks again hears what was wrong.
  queries.query(sessionQuery).catch(() => undefined);
};

/** Who is signed in; null for nobody. */
export const useSessionQuery = (): UseQueryResult<Session | null> => useQuery(sessionQuery);

/** Behind the gate of an area there always is a session. */
export const useSession = (): Session => {
  const { data } = useSessionQuery();
  if (!data) throw new Error('Only pages behind the gate have a session');
  return data;
};

/** Asks whether the signed-in person may do something. */
export const useMay = (): ((permission: string) => boolean) => {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
};

/** Forgets all that was read before a sign-in, and reads who it was that signed in. */
export const useEnter = (): ((opened: Schema<'SessionView'>) => Promise<void>) => {
  const cache = useQueryClient();
  return async ({ csrfToken }) => {
    keepCsrfToken(csrfToken);
    forgetAccessReasons();
    cache.clear();
    await cache.query({ queryKey: ['session'], queryFn: readSession });
  };
};

export const useSignOut = (): (() => Promise<void>) => {
  const cache = useQueryClient();
  return async () => {
    try {
      await read(api.DELETE('/api/v1/session'));
    } catch (error) {
      if (!isProblem(error, 'accounts.sign-in-needed')) throw error;
    }
    keepCsrfToken('');
    forgetAccessReasons();
    cache.clear();
    cache.setQueryData(['session'], null);
  };
};
