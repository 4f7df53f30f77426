import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ProblemAlert } from '../problem-text.js';
import { sayDone } from '../say.js';
import { Section } from '../section.js';

export const PasswordSection = (): ReactNode => {
  const { t } = useTranslation('security');
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } });
  const changing = useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      read(api.PUT('/api/v1/session/password', { body })),
    onSuccess: () => {
      form.reset();
      sayDone(t('password.done'));
    },
  });
  return (
    <Section title={t('password.title')}>
      <form
        onSubmit={form.onSubmit((values) => {
          changing.mutate(values);
        })}
      >
        <Stack maw={420}>
          <ProblemAlert error={changing.error} />
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={t('password.new')}
            description={t('password.hint')}
            autoComplete="new-password"
            minLength={10}
            required
            withAsterisk={false}
            {...form.getInputProps('newPassword')}
          />
          <Button
            type="submit"
            variant="light"
            style={{ alignSelf: 'start' }}
            loading={changing.isPending}
          >
            {t('password.change')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
};
