import { Box, Skeleton } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';

interface ChartPlaceProps {
  /** Of the chart, in pixels: kept free until it is there, so that nothing moves when it comes. */
  readonly height: number;
  /** A lazy chart: its library is large, and fetched only once what stands around it can be seen. */
  readonly children: ReactNode;
}

export const ChartPlace = ({ height, children }: ChartPlaceProps): ReactNode => {
  // Wherever it stands on the page: who prints the page wants the chart too.
  const { ref, entry } = useIntersection<HTMLDivElement>({ rootMargin: '9999px' });
  const [shown, setShown] = useState(false);
  if (!shown && entry?.isIntersecting) setShown(true);
  const free = <Skeleton height={height} />;
  return (
    <Box ref={ref} mih={height}>
      {shown ? <Suspense fallback={free}>{children}</Suspense> : free}
    </Box>
  );
};
