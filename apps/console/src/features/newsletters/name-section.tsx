import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Newsletter } from '../../api/newsletters.js';
import { useConfirmDeletion } from '../../ui/confirm.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';

/** The title, and throwing away what nobody reads. */
export const NameSection = ({
  newsletter: { id, title },
  etag,
}: {
  newsletter: Newsletter;
  etag: string;
}): ReactNode => {
  const { t } = useTranslation('newsletters');
  const isSure = useConfirmDeletion('newsletters');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { title } });
  const path = { newsletterId: id };
  const renaming = useMutation({
    mutationFn: (body: { title: string }) =>
      read(
        api.PATCH('/api/v1/newsletters/{newsletterId}', {
          params: { path, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['newsletters'] });
      sayDone(t('saved'));
    },
  });
  const deleting = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/newsletters/{newsletterId}', { params: { path } })),
    onSuccess: async () => {
      await navigate('/newsletters');
      await queries.invalidateQueries({ queryKey: ['newsletters'] });
    },
  });
  const remove = async (): Promise<void> => {
    if (await isSure()) deleting.mutate();
  };
  return (
    <Section title={t('name.title')}>
      <ProblemAlert error={renaming.error ?? deleting.error} />
      <form
        onSubmit={form.onSubmit((values) => {
          renaming.mutate(values);
        })}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('field.title')}
            maxLength={100}
            required
            withAsterisk={false}
            style={{ flex: '1 1 16rem' }}
            maw={420}
            {...form.getInputProps('title')}
          />
          <Button
            type="submit"
            variant="light"
            loading={renaming.isPending}
            disabled={!form.isDirty()}
          >
            {t('action.save')}
          </Button>
        </Group>
      </form>
      <Button
        variant="subtle"
        color="red"
        style={{ alignSelf: 'start' }}
        loading={deleting.isPending}
        onClick={() => void remove()}
      >
        {t('delete.verb')}
      </Button>
    </Section>
  );
};
