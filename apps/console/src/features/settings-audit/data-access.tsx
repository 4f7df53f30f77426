import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { Section } from '../../ui/section.js';
import { ErrorState, LoadingLines } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';

/** When people of the provider looked at data of the tenant. */
export const DataAccess = (): ReactNode => {
  const { t } = useTranslation('settings-audit');
  const query = useInfiniteQuery({
    queryKey: ['data-access'],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/v1/data-access', {
          params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Section title={t('access.title')} text={t('access.lead')}>
      {!items && query.isError && (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      )}
      {!items && !query.isError && <LoadingLines />}
      {items?.length === 0 && <Text c="dimmed">{t('access.none')}</Text>}
      {items && items.length > 0 && <Looks looks={items} />}
      {query.hasNextPage && (
        <Button
          variant="default"
          style={{ alignSelf: 'center' }}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Section>
  );
};

const Looks = ({ looks }: { looks: readonly Schema<'DataAccessLineView'>[] }): ReactNode => {
  const { t } = useTranslation('settings-audit');
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('access.last')}</Table.Th>
            <Table.Th scope="col">{t('access.kind')}</Table.Th>
            <Table.Th scope="col">{t('access.why')}</Table.Th>
            <Table.Th scope="col">{t('access.times')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {looks.map(({ id, lastAt, kind, purpose, acting, reason, times }) => (
            <Table.Tr key={id}>
              <Table.Td>{format.exactInstant(lastAt)}</Table.Td>
              <Table.Td>{t(`access.kinds.${kind}`)}</Table.Td>
              <Table.Td className="any-break">
                {acting ? t('access.acting') : t(`access.purposes.${purpose}`)}
                {reason !== '' && ` (${reason})`}
              </Table.Td>
              <Table.Td>{times}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
