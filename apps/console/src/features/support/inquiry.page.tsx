import { Anchor, Badge, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionForm } from '../../ui/action-form.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { stateOf } from './state-of.js';

/** One conversation with the provider. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('support');
  const { inquiryId = '' } = useParams();
  const params = { path: { inquiryId } };
  const query = useQuery({
    queryKey: ['inquiries', inquiryId],
    queryFn: () => read(api.GET('/api/v1/inquiries/{inquiryId}', { params })),
  });
  return (
    <Page
      title={query.data ? query.data.subject || t('noSubject') : t('title')}
      width={860}
      above={
        <Anchor component={Link} to="/support" size="sm">
          {t('title')}
        </Anchor>
      }
      actions={query.data && <Badge size="lg">{t(`stateOf.${stateOf(query.data)}`)}</Badge>}
    >
      <QueryView query={query}>
        {(inquiry) => (
          <>
            <Thread {...inquiry} />
            <Section title={t('more.title')} text={inquiry.closedAt !== null && t('more.text')}>
              <ActionForm
                key={inquiry.thread.length}
                verb={t('more.verb')}
                done={t('more.done')}
                fields={[{ name: 'text', label: t('more.words'), kind: 'long' }]}
                run={(body) =>
                  read(
                    api.POST('/api/v1/inquiries/{inquiryId}/messages', {
                      params,
                      body,
                    }),
                  )
                }
              />
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
};

const Thread = ({
  text,
  arrivedAt,
  dueAt,
  answeredAt,
  closedAt,
  thread,
}: Schema<'InquiryView'>): ReactNode => {
  const { t } = useTranslation('support');
  const format = useFormat();
  const said = [{ at: arrivedAt, by: 'member' as const, text }, ...thread];
  return (
    <Stack gap="sm">
      {said.map((entry) => (
        <Paper key={entry.at + entry.by}>
          <Text size="sm" c="dimmed">
            {t(entry.by === 'member' ? 'you' : 'provider')} · {format.instant(entry.at)}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }} className="any-break">
            {entry.text}
          </Text>
        </Paper>
      ))}
      {answeredAt === null && closedAt === null && (
        <Text size="sm" c="dimmed">
          {t('answerBy')}: {format.instant(dueAt)}
        </Text>
      )}
    </Stack>
  );
};
