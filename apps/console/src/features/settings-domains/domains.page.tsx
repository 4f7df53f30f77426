import { Button, Group, Paper, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconWorldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { DomainSection } from './domain-section.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('settings-domains');
  const may = useMay();
  const query = useQuery({
    queryKey: ['settings', 'domains'],
    queryFn: () => read(api.GET('/api/v1/settings/domains')),
  });
  return (
    <Page title={t('title')} lead={t('lead')} width={960}>
      {may('settings.write') && <AddDomain />}
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Paper>
              <EmptyState
                icon={<IconWorldCheck size={28} />}
                title={t('none')}
                text={t('noneText')}
              />
            </Paper>
          ) : (
            items.map((domain) => <DomainSection key={domain.id} domain={domain} />)
          )
        }
      </QueryView>
    </Page>
  );
};

const AddDomain = (): ReactNode => {
  const { t } = useTranslation('settings-domains');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { domain: '' } });
  const adding = useMutation({
    mutationFn: (body: { domain: string }) => read(api.POST('/api/v1/settings/domains', { body })),
    onSuccess: async () => {
      form.reset();
      await queries.invalidateQueries({ queryKey: ['settings', 'domains'] });
    },
  });
  return (
    <Paper component="section" aria-label={t('add')}>
      <ProblemAlert error={adding.error} />
      <form
        onSubmit={form.onSubmit((values) => {
          adding.mutate(values);
        })}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('domain')}
            placeholder="example.jp"
            autoComplete="off"
            required
            withAsterisk={false}
            style={{ flex: '1 1 14rem' }}
            maw={420}
            {...form.getInputProps('domain')}
          />
          <Button type="submit" variant="light" loading={adding.isPending}>
            {t('add')}
          </Button>
        </Group>
      </form>
    </Paper>
  );
};
