import { Badge, Box, Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTemplate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { useFormat } from '../../ui/use-format.js';
import { TemplateVerbs } from './template-verbs.js';

/** Words to begin campaigns with. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('templates');
  const query = useQuery({
    queryKey: ['templates'],
    queryFn: async () => (await read(api.GET('/api/v1/templates'))).items,
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueryView query={query}>
        {(items) => (
          <Paper p={0} style={{ overflow: 'hidden' }}>
            {items.length === 0 && (
              <EmptyState
                icon={<IconTemplate size={28} />}
                title={t('empty')}
                text={t('emptyText')}
              />
            )}
            <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((template) => (
                <Line key={template.id} template={template} />
              ))}
            </Box>
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};

const Line = ({ template }: { template: Schema<'TemplateLineView'> }): ReactNode => {
  const { t } = useTranslation('templates');
  const format = useFormat();
  const may = useMay();
  const { name, subject, updatedAt } = template;
  return (
    <Box
      component="li"
      px="lg"
      py="md"
      style={{ borderTop: '1px solid var(--line)', marginTop: -1 }}
    >
      <Group justify="space-between" gap="sm">
        <Box style={{ flex: '1 1 14rem', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600} className="any-break">
              {name}
            </Text>
            <Badge>{t(`format.${template.format}`)}</Badge>
          </Group>
          <Text size="sm" c="dimmed" className="any-break">
            {subject || t('noSubject')} · {t('changed', { at: format.instant(updatedAt) })}
          </Text>
        </Box>
        {may('campaigns.write') && <TemplateVerbs template={template} />}
      </Group>
    </Box>
  );
};
