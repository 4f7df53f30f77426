import { Box } from '@mantine/core';
import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { LoadingLines } from './states.js';

/** As long as nothing more is asked for this many milliseconds, all has been asked. */
const restMs = 40;
const settledOnce = new Set<string>();

interface SettledProps {
  /** Of the page: on a second visit its data are there at once. */
  readonly name: string;
  readonly lines: number;
  readonly children: ReactNode;
}

/** Shows its parts together once each has its first data, so that none pushes another aside. */
export const Settled = ({ name, lines, children }: SettledProps): ReactNode => {
  const pending = useIsFetching({ predicate: ({ state }) => state.status === 'pending' });
  const [settled, setSettled] = useState(settledOnce.has(name));
  useEffect(() => {
    if (settled || pending > 0) return;
    const timer = setTimeout(() => {
      settledOnce.add(name);
      setSettled(true);
    }, restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [name, pending, settled]);
  return (
    <>
      {!settled && <LoadingLines lines={lines} />}
      <Box {...(!settled && { display: 'none' })}>{children}</Box>
    </>
  );
};
