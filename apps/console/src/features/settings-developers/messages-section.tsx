import { Badge, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
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
        {({ items }) => (
          <DataTable
            label={t('messages.title')}
            empty={t('messages.none')}
            rows={items}
            keyOf={({ id }) => id}
            minWidth={520}
            columns={[
              { head: t('messages.at'), cell: ({ createdAt }) => format.shortInstant(createdAt) },
              {
                head: t('messages.event'),
                cell: ({ type }) => t(`event.${type.replace('.', '-')}`),
              },
              {
                head: t('messages.state'),
                cell: ({ state }) => <Badge color={colors[state]}>{t(`messages.${state}`)}</Badge>,
              },
              {
                head: t('messages.answer'),
                cell: ({ lastStatus, lastProblem, tries }) =>
                  `${lastStatus ?? (lastProblem ? t(`problem.${lastProblem}`) : '–')} (${format.times(tries)})`,
              },
              {
                head: t('messages.again'),
                cell: ({ id, createdAt }) => (
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
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};
