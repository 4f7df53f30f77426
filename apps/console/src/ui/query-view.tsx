import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState, LoadingLines } from './states.js';

interface QueryViewProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
  /** In the place of the data while they come. */
  readonly loading?: ReactNode;
}

/** Shows a query's loading and error states, or its data; data once read stay while they are read anew. */
export const QueryView = <T,>({
  query,
  children,
  loading = <LoadingLines />,
}: QueryViewProps<T>): ReactNode => {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return loading;
};
