import { Box } from '@mantine/core';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import type { Query } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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
  const cache = useQueryClient();
  const pending = useIsFetching(first);
  const asked = useRef(false);
  const [settled, setSettled] = useState(settledOnce.has(pathname));
  useEffect(() => {
    if (settled) return;
    const now = cache.isFetching(first);
    if (now > 0) asked.current = true;
    const wait = asked.current ? restMs : 0;
    const timer = setTimeout(
      () => {
        const still = cache.isFetching(first);
        // Asked since by whom this page stands in: the count is on its way here.
        if (now === 0 && still > 0) return;
        if (still === 0) settledOnce.add(pathname);
        setSettled(true);
      },
      now > 0 ? patienceMs : wait,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [cache, pathname, pending, settled]);
  return (
    <>
      {!settled && <LoadingLines lines={16} />}
      <Box {...(!settled && { display: 'none' })}>{children}</Box>
    </>
  );
};
