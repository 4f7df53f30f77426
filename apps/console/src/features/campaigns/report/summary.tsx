import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../../api/client.js';
import { Figure } from '../../../ui/figure.js';
import { useFormat } from '../../../ui/use-format.js';

type Progress = Schema<'ProgressView'>;

/** The four numbers people look for first. */
export const Summary = ({
  progress,
  tracking,
}: {
  progress: Progress;
  tracking: boolean;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const { candidates, accepted, refused, opens, clicks } = progress;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <Figure
        label={t('summary.accepted')}
        value={format.count(accepted)}
        note={t('summary.ofRecipients', { people: format.people(candidates) })}
      />
      <Figure
        label={t('summary.refused')}
        value={format.count(refused)}
        note={format.share(refused, candidates)}
      />
      <Figure
        label={t('summary.opens')}
        value={tracking ? format.share(opens.human, accepted) : '–'}
        note={
          tracking
            ? t('summary.machines', {
                times: format.mails(opens.human),
                machine: format.mails(opens.machine),
              })
            : t('summary.notCounted')
        }
      />
      <Figure
        label={t('summary.clicks')}
        value={tracking ? format.share(clicks.human, accepted) : '–'}
        note={
          tracking
            ? t('summary.machines', {
                times: format.mails(clicks.human),
                machine: format.mails(clicks.scanner),
              })
            : t('summary.notCounted')
        }
      />
    </SimpleGrid>
  );
};
