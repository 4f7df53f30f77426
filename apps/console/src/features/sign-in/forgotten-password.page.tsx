import { Alert, Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { IconMail } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-text.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('sign-in');
  const form = useForm({ initialValues: { email: '' } });
  const asking = useMutation({
    mutationFn: (body: { email: string }) => read(api.POST('/api/v1/password-resets', { body })),
  });
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        asking.mutate(values);
      })}
    >
      <title>{`${t('reset.title')} · ${t('ui:brand')}`}</title>
      <Stack>
        <Title order={1}>{t('reset.title')}</Title>
        {asking.isSuccess ? (
          <Alert role="status" color="green" icon={<IconMail size={20} />} title={t('reset.sent')}>
            {t('reset.sentText')}
          </Alert>
        ) : (
          <>
            <Text>{t('reset.lead')}</Text>
            <ProblemAlert error={asking.error} />
            <TextInput
              label={t('email')}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              {...form.getInputProps('email')}
            />
            <Button type="submit" loading={asking.isPending}>
              {t('reset.submit')}
            </Button>
          </>
        )}
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('reset.back')}
        </Anchor>
      </Stack>
    </form>
  );
};
