import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, idempotencyKey, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { FileDrop } from '../../ui/file-drop.js';
import { base64Of } from '../../ui/files.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';

/** Takes the bank's answer to a file. */
export const DebitResult = ({ debitFileId }: { debitFileId: string }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const may = useMay();
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: async (file: File) =>
      read(
        api.POST('/api/v1/operator/debit-files/{debitFileId}/result', {
          params: { path: { debitFileId }, header: { 'Idempotency-Key': idempotencyKey() } },
          body: { fileName: file.name, content: await base64Of(file) },
        }),
      ),
    onSuccess: async ({ settled, failed, unclear }) => {
      sayDone(t('result.done', { settled, failed, unclear }));
      await queries.invalidateQueries();
    },
  });
  if (!may('billing.write')) return null;
  return (
    <Section title={t('result.title')} text={t('result.text')}>
      <ProblemAlert error={taking.error} />
      <FileDrop
        label={t('result.drop')}
        busy={taking.isPending}
        onFile={(file) => {
          taking.mutate(file);
        }}
      />
    </Section>
  );
};
