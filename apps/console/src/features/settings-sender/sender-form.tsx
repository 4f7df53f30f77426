import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';

type Sender = Schema<'SenderProfileView'>;

const required = { required: true, withAsterisk: false } as const;

/** Who mails come from, and what the mail act wants to stand in each of them. */
export const SenderForm = ({ sender, etag }: { sender: Sender; etag: string }): ReactNode => {
  const { t } = useTranslation('settings-sender');
  const may = useMay();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      senderName: sender.senderName,
      fromAddress: sender.fromAddress,
      replyToAddress: sender.replyToAddress ?? '',
      name: sender.legal?.name ?? '',
      postalAddress: sender.legal?.postalAddress ?? '',
      contact: sender.legal?.contact ?? '',
      responsibleParty: sender.legal?.responsibleParty ?? '',
    },
  });
  const saving = useMutation({
    mutationFn: (body: Schema<'SenderProfileDto'>) =>
      read(api.PUT('/api/v1/settings/sender', { params: { header: { 'If-Match': etag } }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['settings'] });
      sayDone(t('saved'));
    },
  });
  const readOnly = !may('settings.write');
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        const { senderName, fromAddress, replyToAddress, responsibleParty, ...legal } = values;
        saving.mutate({
          senderName,
          fromAddress,
          replyToAddress: replyToAddress || null,
          legal: { ...legal, responsibleParty: responsibleParty || null },
        });
      })}
    >
      <Stack gap="lg">
        <ProblemAlert error={saving.error} />
        <Section title={t('from.title')} text={t('from.text')}>
          <TextInput
            label={t('from.senderName')}
            readOnly={readOnly}
            {...required}
            {...form.getInputProps('senderName')}
          />
          <TextInput
            type="email"
            label={t('from.fromAddress')}
            description={t('from.fromHint')}
            readOnly={readOnly}
            {...required}
            {...form.getInputProps('fromAddress')}
          />
          <TextInput
            type="email"
            label={t('from.replyTo')}
            description={t('from.replyToHint')}
            readOnly={readOnly}
            {...form.getInputProps('replyToAddress')}
          />
        </Section>
        <Section title={t('legal.title')} text={t('legal.text')}>
          <TextInput
            label={t('legal.name')}
            readOnly={readOnly}
            {...required}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('legal.postalAddress')}
            readOnly={readOnly}
            {...required}
            {...form.getInputProps('postalAddress')}
          />
          <TextInput
            label={t('legal.contact')}
            description={t('legal.contactHint')}
            readOnly={readOnly}
            {...required}
            {...form.getInputProps('contact')}
          />
          <TextInput
            label={t('legal.responsible')}
            description={t('legal.responsibleHint')}
            readOnly={readOnly}
            {...form.getInputProps('responsibleParty')}
          />
          {!readOnly && (
            <Button
              type="submit"
              style={{ alignSelf: 'start' }}
              loading={saving.isPending}
              disabled={!form.isDirty()}
            >
              {t('action.save')}
            </Button>
          )}
        </Section>
      </Stack>
    </form>
  );
};
