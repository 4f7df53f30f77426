import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { Masked } from '../../ui/masked.js';
import { Section } from '../../ui/section.js';
import { ErrorState, LoadingLines } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';

/** Addresses taken out after three failures in a row; of each only the masked line is left. */
export const RemovalsSection = (): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['bounces', 'removals'],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/v1/bounces/removals', {
          params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Section title={t('removals.title')} text={t('removals.text')}>
      {!items && query.isError && (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      )}
      {!items && !query.isError && <LoadingLines lines={3} />}
      {items?.length === 0 && <Text c="dimmed">{t('removals.none')}</Text>}
      {items && items.length > 0 && (
        <Table.ScrollContainer minWidth={420}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('removals.at')}</Table.Th>
                <Table.Th scope="col">{t('removals.line')}</Table.Th>
                <Table.Th scope="col">{t('reasonLabel')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ id, removedAt, maskedLine, reason }) => (
                <Table.Tr key={id}>
                  <Table.Td>{format.shortInstant(removedAt)}</Table.Td>
                  <Table.Td>
                    <Masked address={maskedLine} />
                  </Table.Td>
                  <Table.Td>{t(`reason.${reason}`)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          style={{ alignSelf: 'center' }}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('action.more')}
        </Button>
      )}
    </Section>
  );
};
