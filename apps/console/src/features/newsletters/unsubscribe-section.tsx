import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';

/** At a reader's own request. The answer never tells whether the address was registered. @clause W17.4 */
export const UnsubscribeSection = ({ newsletterId }: { newsletterId: string }): ReactNode => {
  const { t } = useTranslation('newsletters');
  const form = useForm({ initialValues: { address: '' } });
  const removing = useMutation({
    mutationFn: (body: { address: string }) =>
      read(
        api.POST('/api/v1/newsletters/{newsletterId}/unsubscriptions', {
          params: { path: { newsletterId } },
          body,
        }),
      ),
    onSuccess: () => {
      form.reset();
      sayDone(t('unsubscribe.done'));
    },
  });
  return (
    <Section title={t('unsubscribe.title')} text={t('unsubscribe.text')}>
      <ProblemAlert error={removing.error} />
      <form
        onSubmit={form.onSubmit((values) => {
          removing.mutate(values);
        })}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            type="email"
            label={t('unsubscribe.address')}
            autoComplete="off"
            required
            withAsterisk={false}
            style={{ flex: '1 1 16rem' }}
            maw={420}
            {...form.getInputProps('address')}
          />
          <Button type="submit" variant="light" loading={removing.isPending}>
            {t('unsubscribe.verb')}
          </Button>
        </Group>
      </form>
    </Section>
  );
};
