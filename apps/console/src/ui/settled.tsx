import { Box } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Query } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { LoadingLines } from './states.js';

/** As long as nothing more is asked for this many milliseconds, all has been asked. */
const restMs = 40;
/** After this many milliseconds something is wrong: what is here is shown, and the rest waits part by part. */
const patienceMs = 10_000;
/** Paths whose data are here: a second visit shows them at once. */
const settledOnce = new Set<string>();

const first = { predicate: ({ state }: Query): boolean => state.status === 'pending' };

/** Shows its parts together once each has its first data, so that none pushes another aside. */
export const Settled = ({ children }: { children: ReactNode }): ReactNode => {
  const { pathname } = useLocation();
  const client = useQueryClient();
  const [settled, setSettled] = useState(settledOnce.has(pathname));
  useEffect(() => {
    if (settled) return;
    let asked = false;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      settledOnce.add(pathname);
      setSettled(true);
    };
    // The cache itself is listened to: a hook's count may skip a question answered before it was drawn.
    const look = (): void => {
      clearTimeout(rest);
      if (client.isFetching(first) > 0) asked = true;
      else rest = setTimeout(settle, asked ? restMs : 0);
    };
    look();
    const stop = client.getQueryCache().subscribe(look);
    const patience = setTimeout(() => {
      setSettled(true);
    }, patienceMs);
    return () => {
      stop();
      clearTimeout(rest);
      clearTimeout(patience);
    };
  }, [client, pathname, settled]);
  return (
    <>
      {!settled && <LoadingLines lines={16} />}
      <Box {...(!settled && { display: 'none' })}>{children}</Box>
    </>
  );
};
