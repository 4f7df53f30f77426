import { Button, Code, Group, Table, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { ErrorState, LoadingLines } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';
import { DataAccess } from './data-access.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('settings-audit');
  const [action, setAction] = useState('');
  const [asked, setAsked] = useState('');
  const query = useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/v1/audit', {
          params: {
            query: {
              limit: 50,
              ...(asked && { action: asked }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('list')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(action.trim());
          }}
        >
          <Group align="flex-end" gap="sm">
            <TextInput
              label={t('action.label')}
              placeholder="campaign.scheduled"
              value={action}
              onChange={({ currentTarget }) => {
                setAction(currentTarget.value);
              }}
              style={{ flex: '1 1 14rem' }}
              maw={360}
            />
            <Button type="submit" variant="light">
              {t('search')}
            </Button>
          </Group>
        </form>
        {!items && query.isError && (
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        )}
        {!items && !query.isError && <LoadingLines />}
        {items?.length === 0 && <Text c="dimmed">{t('none')}</Text>}
        {items && items.length > 0 && <Entries entries={items} />}
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
      <DataAccess />
    </Page>
  );
};

const Entries = ({ entries }: { entries: readonly Schema<'AuditEntryView'>[] }): ReactNode => {
  const { t } = useTranslation('settings-audit');
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('at')}</Table.Th>
            <Table.Th scope="col">{t('who')}</Table.Th>
            <Table.Th scope="col">{t('what')}</Table.Th>
            <Table.Th scope="col">{t('details')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ id, at, actorKind, actorName, action, details }) => (
            <Table.Tr key={id}>
              <Table.Td>{format.exactInstant(at)}</Table.Td>
              <Table.Td className="any-break">
                {actorName ?? t(`kind.${actorKind}`)}
                {actorName !== null && actorKind !== 'member' && ` (${t(`kind.${actorKind}`)})`}
              </Table.Td>
              <Table.Td>
                <Code>{action}</Code>
              </Table.Td>
              <Table.Td className="any-break">
                {Object.entries(details)
                  .map(([name, value]) => `${name}: ${String(value)}`)
                  .join(', ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
