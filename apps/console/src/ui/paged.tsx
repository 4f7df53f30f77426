import { Button, Center } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingLines } from './states.js';

interface Slice<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

type PagesQuery<Item> = UseInfiniteQueryResult<InfiniteData<Slice<Item>>>;

/** A list that the API hands out slice by slice. */
export const usePages = <Whole extends Slice<unknown>>(
  queryKey: readonly unknown[],
  slice: (from: { cursor?: string }) => Promise<Whole>,
): UseInfiniteQueryResult<InfiniteData<Whole>> =>
  useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => slice(pageParam ? { cursor: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Shows what has come so far, with a button for more. */
export const PagedView = <Item,>({
  query,
  children,
}: {
  query: PagesQuery<Item>;
  children: (items: Item[]) => ReactNode;
}): ReactNode => {
  const { t } = useTranslation();
  if (query.data === undefined)
    return query.isError ? (
      <ErrorState error={query.error} retry={() => void query.refetch()} />
    ) : (
      <LoadingLines />
    );
  return (
    <>
      {children(query.data.pages.flatMap(({ items }) => items))}
      {query.hasNextPage && (
        <Center>
          <Button
            variant="light"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('action.more')}
          </Button>
        </Center>
      )}
    </>
  );
};
