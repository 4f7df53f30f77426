import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { saveFile } from '../../ui/files.js';
import { ProblemAlert } from '../../ui/problem-text.js';

interface ChargeEvidenceProps {
  readonly chargeId: string;
  readonly fileName: string;
}

/** The file that shows why a special charge is due. @clause W12A */
export const ChargeEvidence = ({ chargeId, fileName }: ChargeEvidenceProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const saving = useMutation({
    mutationFn: async () =>
      saveFile(
        await read(
          api.GET('/api/v1/operator/bounce-charges/{chargeId}/file', {
            params: { path: { chargeId } },
            parseAs: 'blob',
          }),
        ),
        fileName,
      ),
  });
  return (
    <>
      <ProblemAlert error={saving.error} />
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={saving.isPending}
        onClick={() => {
          saving.mutate();
        }}
      >
        {t('evidence', { name: fileName })}
      </Button>
    </>
  );
};
