import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { EmptyState } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('notices');
  const query = usePages(['notices', 'list'], (from) =>
    read(api.GET('/api/v1/notices', { params: { query: { ...from, limit: 30 } } })),
  );
  const unread = query.data?.pages[0]?.unread ?? 0;
  return (
    <Page
      title={t('title')}
      lead={unread > 0 ? t('unread', { count: unread }) : t('lead')}
      width={860}
    >
      <PagedView query={query}>
        {(items) =>
          items.length === 0 ? (
            <Paper>
              <EmptyState icon={<IconBell size={28} />} title={t('none')} text={t('noneText')} />
            </Paper>
          ) : (
            <Paper component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((notice) => (
                <Line key={notice.id} notice={notice} />
              ))}
            </Paper>
          )
        }
      </PagedView>
    </Page>
  );
};

const Line = ({ notice }: { notice: Schema<'NoticeView'> }): ReactNode => {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const { id, subject, postedAt, readAt, channel, bouncedAt } = notice;
  return (
    <li style={{ borderBottom: '1px solid var(--line)' }}>
      <Group p="md" gap="sm" wrap="nowrap" align="flex-start">
        <Stack gap={2} style={{ flex: 1, minWidth: 0 }}>
          <Anchor
            component={Link}
            to={`/notices/${id}`}
            fw={readAt === null ? 700 : 400}
            className="any-break"
          >
            {subject}
          </Anchor>
          <Text size="sm" c="dimmed">
            {format.instant(postedAt)} · {t(`channel.${channel}`)}
            {bouncedAt !== null && ` · ${t('bounced')}`}
          </Text>
        </Stack>
        {readAt === null && <Badge style={{ flexShrink: 0 }}>{t('new')}</Badge>}
      </Group>
    </li>
  );
};
