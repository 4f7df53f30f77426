import { Anchor, List, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { FileDrop } from '../../ui/file-drop.js';
import { base64Of } from '../../ui/files.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone, sayFailed } from '../../ui/say.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const types = ['application/pdf', 'image/jpeg', 'image/png'] as const;
const mostBytes = 1_000_000;

/** Pictures of the form on paper: the evidence of its arrival. */
export const ScansSection = ({
  application: { id, scans },
}: {
  application: Schema<'WholeApplicationView'>;
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const queries = useQueryClient();
  const writes = useMay()('contracts.write');
  const adding = useMutation({
    mutationFn: async (file: File) =>
      read(
        api.POST('/api/v1/operator/applications/{applicationId}/scans', {
          params: { path: { applicationId: id } },
          body: {
            name: file.name,
            type: types.find((known) => known === file.type) ?? 'application/pdf',
            content: await base64Of(file),
          },
        }),
      ),
    onSuccess: async () => {
      sayDone(t('addScan.done'));
      await queries.invalidateQueries({ queryKey: ['operator', 'application', id] });
    },
  });
  return (
    <Section title={t('scans')} text={t('addScan.text')}>
      {scans.length === 0 && <Text c="dimmed">{t('noScans')}</Text>}
      <List>
        {scans.map((scan) => (
          <List.Item key={scan.id}>
            <Anchor
              href={`/api/v1/operator/applications/${id}/scans/${scan.id}`}
              target="_blank"
              underline="always"
            >
              {scan.name}
            </Anchor>{' '}
            ({format.instant(scan.uploadedAt)})
          </List.Item>
        ))}
      </List>
      <ProblemAlert error={adding.error} />
      {writes && (
        <FileDrop
          label={t('addScan.drop')}
          accept={types.join(',')}
          busy={adding.isPending}
          onFile={(file) => {
            if (file.size > mostBytes) sayFailed(t('addScan.tooLarge'));
            else adding.mutate(file);
          }}
        />
      )}
    </Section>
  );
};
