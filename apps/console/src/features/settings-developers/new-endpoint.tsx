import { Button, Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { Section } from '../../ui/section.js';

type Event = Schema<'EndpointDto'>['events'][number];

const events: readonly Event[] = [
  'campaign.launched',
  'campaign.finished',
  'campaign.held',
  'subscriber.joined',
  'subscriber.left',
  'subscriber.removed',
  'contract.suspended',
  'contract.resumed',
];

export const NewEndpoint = ({ onSecret }: { onSecret: (secret: string) => void }): ReactNode => {
  const { t } = useTranslation('settings-developers');
  const queries = useQueryClient();
  const form = useForm<{ url: string; events: Event[] }>({
    initialValues: { url: '', events: [] },
  });
  const adding = useMutation({
    mutationFn: (body: Schema<'EndpointDto'>) => read(api.POST('/api/v1/webhooks', { body })),
    onSuccess: async ({ secret }) => {
      form.reset();
      onSecret(secret);
      window.scrollTo({ top: 0 });
      await queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  return (
    <Section title={t('hooks.new')}>
      <form
        onSubmit={form.onSubmit((values) => {
          adding.mutate({ ...values, isOn: true });
        })}
      >
        <Stack>
          <ProblemAlert error={adding.error} />
          <TextInput
            type="url"
            label="URL"
            placeholder="https://shop.example.jp/hooks/mail"
            required
            withAsterisk={false}
            {...form.getInputProps('url')}
          />
          <Checkbox.Group label={t('hooks.events')} {...form.getInputProps('events')}>
            <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" spacing="xs">
              {events.map((event) => (
                <Checkbox
                  key={event}
                  value={event}
                  label={t(`event.${event.replace('.', '-')}`)}
                  description={event}
                />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
          <Button
            type="submit"
            variant="light"
            style={{ alignSelf: 'start' }}
            loading={adding.isPending}
            disabled={form.values.events.length === 0}
          >
            {t('hooks.add')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
};
