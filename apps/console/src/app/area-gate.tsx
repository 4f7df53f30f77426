import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSessionQuery } from '../api/session.js';
import type { Session } from '../api/session.js';
import { ErrorState, WholePageLoading } from '../ui/states.js';

/** Lets in who is signed in to this area; others go to sign in and come back to where they wanted to be. */
export const AreaGate = ({
  area,
  children,
}: {
  area: 'tenant' | 'operator';
  children: ReactNode;
}): ReactNode => {
  const session = useSessionQuery();
  const { pathname, search } = useLocation();
  if (session.isPending) return <WholePageLoading />;
  if (session.isError)
    return <ErrorState error={session.error} retry={() => void session.refetch()} />;
  if (session.data && mayEnter(session.data, area)) return children;
  const signIn = area === 'tenant' ? '/sign-in' : '/operator/sign-in';
  const next =
    pathname === '/' || pathname === '/operator'
      ? ''
      : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={signIn + next} replace />;
};

/** An operator who acts for a tenant sees its area. */
const mayEnter = ({ kind, acting }: Session, area: 'tenant' | 'operator'): boolean =>
  area === 'operator' ? kind === 'operator' : kind === 'member' || acting !== null;
