import { Anchor, List, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useFormat } from '../../ui/use-format.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('notices');
  const { noticeId = '' } = useParams();
  const query = useQuery({
    queryKey: ['notices', noticeId],
    queryFn: () => read(api.GET('/api/v1/notices/{noticeId}', { params: { path: { noticeId } } })),
  });
  return (
    <Page
      title={query.data?.subject ?? t('title')}
      width={860}
      above={
        <Anchor component={Link} to="/notices" size="sm">
          {t('title')}
        </Anchor>
      }
    >
      <QueryView query={query}>{(notice) => <Notice key={notice.id} notice={notice} />}</QueryView>
    </Page>
  );
};

/** The words as they were sent, and the letter as it was posted. Whoever opens it has read it. */
const Notice = ({ notice }: { notice: Schema<'WholeNoticeView'> }): ReactNode => {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const queries = useQueryClient();
  const { id, text, postedAt, arrivedAt, channel, documents, readAt } = notice;
  const { mutate } = useMutation({
    mutationFn: () =>
      read(api.POST('/api/v1/notices/{noticeId}/read', { params: { path: { noticeId: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const unread = readAt === null;
  useEffect(() => {
    if (unread) mutate();
  }, [unread, mutate]);
  return (
    <Paper>
      <Stack>
        <Text size="sm" c="dimmed">
          {format.instant(postedAt)} · {t(`channel.${channel}`)}
          {arrivedAt !== null && ` · ${t('arrived', { at: format.arrival(arrivedAt, channel) })}`}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap' }} className="any-break">
          {text}
        </Text>
        {documents.length > 0 && (
          <List>
            {documents.map(({ name }, number) => (
              <List.Item key={name}>
                <Anchor
                  href={`/api/v1/notices/${id}/documents/${number}`}
                  download
                  underline="always"
                >
                  {name}
                </Anchor>
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  );
};
