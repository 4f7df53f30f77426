import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionForm } from '../../ui/action-form.js';

/** An applicant takes the application back, until the start notice. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('apply');
  return (
    <Stack>
      <title>{`${t('withdrawal.title')} · ${t('ui:brand')}`}</title>
      <Title order={1}>{t('withdrawal.title')}</Title>
      <Text>{t('withdrawal.text')}</Text>
      <ActionForm
        verb={t('withdrawal.verb')}
        done={t('withdrawal.done')}
        dangerous
        fields={[{ name: 'token', label: t('received.token') }]}
        run={(body) => read(api.POST('/api/v1/applications/withdrawal', { body }))}
      />
    </Stack>
  );
};
