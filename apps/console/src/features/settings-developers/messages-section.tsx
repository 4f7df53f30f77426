import { Badge, Button, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const colors = { waiting: 'yellow', delivered: 'green', failed: 'red' } as const;

/** The last messages to an endpoint, each with the answer to it. */
export const MessagesSection = ({
  endpointId,
  url,
}: {
  endpointId: string;
  url: string;
}): ReactNode => {
  const { t } = useTranslation('settings-developers');
  const format = useFormat();
  const queries = useQueryClient();
  const queryKey = ['webhooks', endpointId, 'messages'];
  const query = useQuery({
    queryKey,
    queryFn: () =>
      read(
        api.GET('/api/v1/webhooks/{endpointId}/messages', {
          params: { path: { endpointId }, query: { limit: 20 } },
        }),
      ),
  });
  const resending = useMutation({
    mutationFn: (messageId: string) =>
      read(
        api.POST('/api/v1/webhooks/messages/{messageId}/resend', {
          params: { path: { messageId } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  return (
    <Section title={t('messages.title')} text={<span className="any-break">{url}</span>}>
      <ProblemAlert error={resending.error} />
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('messages.none')}</Text>
          ) : (
            <Table.ScrollContainer minWidth={520}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('messages.at')}</Table.Th>
                    <Table.Th scope="col">{t('messages.event')}</Table.Th>
                    <Table.Th scope="col">{t('messages.state')}</Table.Th>
                    <Table.Th scope="col">{t('messages.answer')}</Table.Th>
                    <Table.Th scope="col">{t('messages.again')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map(({ id, type, createdAt, state, tries, lastStatus, lastProblem }) => (
                    <Table.Tr key={id}>
                      <Table.Td>{format.shortInstant(createdAt)}</Table.Td>
                      <Table.Td>{t(`event.${type.replace('.', '-')}`)}</Table.Td>
                      <Table.Td>
                        <Badge color={colors[state]}>{t(`messages.${state}`)}</Badge>
                      </Table.Td>
                      <Table.Td>
                        {lastStatus ?? (lastProblem ? t(`problem.${lastProblem}`) : '–')} (
                        {format.times(tries)})
                      </Table.Td>
                      <Table.Td>
                        <Button
                          variant="default"
                          size="xs"
                          aria-label={`${t('messages.again')}: ${format.shortInstant(createdAt)}`}
                          onClick={() => {
                            resending.mutate(id);
                          }}
                        >
                          {t('messages.again')}
                        </Button>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </QueryView>
    </Section>
  );
};
