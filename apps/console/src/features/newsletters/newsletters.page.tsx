import { Anchor, Badge, Box, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconMailbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { statsQuery, useNewsletters } from '../../api/newsletters.js';
import type { Newsletter } from '../../api/newsletters.js';
import { useMay } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';
import { NewNewsletter } from './new-newsletter.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('newsletters');
  const may = useMay();
  const query = useNewsletters();
  const button = may('newsletters.write') && <NewNewsletter />;
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={button}>
      <QueryView query={query}>
        {(items) =>
          items.length === 0 ? (
            <Paper>
              <EmptyState
                icon={<IconMailbox size={28} />}
                title={t('list.empty')}
                text={t('list.emptyText')}
                action={button}
              />
            </Paper>
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {items.map((newsletter) => (
                <Card key={newsletter.id} newsletter={newsletter} />
              ))}
            </SimpleGrid>
          )
        }
      </QueryView>
    </Page>
  );
};

const Card = ({
  newsletter: { id, title, slug, publishedForm },
}: {
  newsletter: Newsletter;
}): ReactNode => {
  const { t } = useTranslation('newsletters');
  const format = useFormat();
  const may = useMay();
  const { data } = useQuery({ ...statsQuery(id), enabled: may('subscribers.read') });
  const joined = data?.days.reduce((sum, day) => sum + day.joined, 0) ?? 0;
  return (
    <Paper>
      <Anchor
        component={Link}
        to={`/newsletters/${id}`}
        fw={700}
        fz="lg"
        c="inherit"
        className="any-break"
      >
        {title}
      </Anchor>
      <Text size="sm" c="dimmed" className="any-break">
        {slug}
      </Text>
      <Group justify="space-between" align="flex-end" mt="sm" mih={52}>
        <Box>
          <Text size="sm" c="dimmed">
            {t('stats.active')}
          </Text>
          <Text fz={24} fw={700} lh={1.2} className="numbers">
            {data ? format.count(data.active) : '–'}
          </Text>
        </Box>
        {publishedForm === null ? (
          <Badge color="yellow">{t('list.noForm')}</Badge>
        ) : (
          data && (
            <Text size="sm" c="dimmed" className="numbers">
              {t('stats.joinedIn30', { people: format.people(joined) })}
            </Text>
          )
        )}
      </Group>
    </Paper>
  );
};
