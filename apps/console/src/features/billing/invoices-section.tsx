import { Anchor, Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { Section } from '../../ui/section.js';
import { ErrorState, LoadingLines } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';
import { InvoiceState } from './invoice-state.js';

export const InvoicesSection = (): ReactNode => {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['billing', 'invoices'],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/v1/billing/invoices', {
          params: { query: { limit: 24, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Section title={t('invoices.title')}>
      {!items && query.isError && (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      )}
      {!items && !query.isError && <LoadingLines />}
      {items?.length === 0 && <Text c="dimmed">{t('invoices.none')}</Text>}
      {items && items.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('invoices.number')}</Table.Th>
                <Table.Th scope="col">{t('invoices.issuedOn')}</Table.Th>
                <Table.Th scope="col">{t('invoices.dueDate')}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('invoices.total')}
                </Table.Th>
                <Table.Th scope="col">{t('invoices.state')}</Table.Th>
                <Table.Th scope="col">PDF</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ id, number, kind, issuedOn, dueDate, totalYen, state, overdue }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/billing/invoices/${id}`}>
                      {number}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {t(`kind.${kind}`)}
                    </Text>
                  </Table.Td>
                  <Table.Td>{format.day(issuedOn)}</Table.Td>
                  <Table.Td>{format.day(dueDate)}</Table.Td>
                  <Table.Td ta="right" className="numbers">
                    {format.yen(totalYen)}
                  </Table.Td>
                  <Table.Td>
                    <InvoiceState state={state} overdue={overdue} />
                  </Table.Td>
                  <Table.Td>
                    <Anchor
                      href={`/api/v1/billing/invoices/${id}/pdf`}
                      download
                      aria-label={t('invoices.pdf', { number })}
                    >
                      <IconFileTypePdf size={22} aria-hidden />
                    </Anchor>
                  </Table.Td>
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
