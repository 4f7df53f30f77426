import { Button, Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { instantInJapan } from '../../ui/format.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { Section } from '../../ui/section.js';

type Scope = Schema<'CreateApiKeyDto'>['scopes'][number];

const scopes: readonly Scope[] = [
  'newsletters.read',
  'newsletters.write',
  'subscribers.read',
  'subscribers.write',
  'campaigns.read',
  'campaigns.write',
  'campaigns.send',
  'members.read',
  'settings.read',
  'settings.write',
  'audit.read',
  'billing.read',
  'notices.read',
];

export const NewKey = ({ onSecret }: { onSecret: (secret: string) => void }): ReactNode => {
  const { t } = useTranslation('settings-developers');
  const queries = useQueryClient();
  const form = useForm<{ name: string; scopes: Scope[]; expiresOn: string }>({
    initialValues: { name: '', scopes: [], expiresOn: '' },
  });
  const creating = useMutation({
    mutationFn: (body: Schema<'CreateApiKeyDto'>) => read(api.POST('/api/v1/api-keys', { body })),
    onSuccess: async ({ secret }) => {
      form.reset();
      onSecret(secret);
      window.scrollTo({ top: 0 });
      await queries.invalidateQueries({ queryKey: ['api-keys'] });
    },
  });
  return (
    <Section title={t('keys.new')}>
      <form
        onSubmit={form.onSubmit(({ expiresOn, ...body }) => {
          creating.mutate({
            ...body,
            expiresAt: expiresOn ? instantInJapan(expiresOn, '23:59') : null,
          });
        })}
      >
        <Stack>
          <ProblemAlert error={creating.error} />
          <TextInput
            label={t('keys.name')}
            description={t('keys.nameHint')}
            maxLength={100}
            required
            withAsterisk={false}
            maw={420}
            {...form.getInputProps('name')}
          />
          <Checkbox.Group label={t('keys.scopes')} {...form.getInputProps('scopes')}>
            <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" spacing="xs">
              {scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  value={scope}
                  label={t(`scope.${scope.replace('.', '-')}`)}
                  description={scope}
                />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
          <TextInput
            type="date"
            label={t('keys.expiresOn')}
            description={t('keys.expiresHint')}
            maw={260}
            {...form.getInputProps('expiresOn')}
          />
          <Button
            type="submit"
            variant="light"
            style={{ alignSelf: 'start' }}
            loading={creating.isPending}
            disabled={form.values.scopes.length === 0}
          >
            {t('keys.create')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
};
