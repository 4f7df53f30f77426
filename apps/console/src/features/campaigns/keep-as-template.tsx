import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../api/campaigns.js';
import { api, read } from '../../api/client.js';
import { NameDialog } from '../../ui/name-dialog.js';
import { sayDone } from '../../ui/say.js';

interface KeepAsTemplateProps {
  readonly campaignId: string;
  readonly subject: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What has to be done first, such as saving what was typed last. */
  readonly before?: () => Promise<unknown>;
}

/** Makes a template of what a campaign says, under a name. */
export const KeepAsTemplate = (props: KeepAsTemplateProps): ReactNode => {
  const { campaignId, subject, opened, onClose, before } = props;
  const { t } = useTranslation('campaigns');
  const queries = useQueryClient();
  const keeping = useMutation({
    mutationFn: async (name: string) => {
      await before?.();
      await read(
        api.POST('/api/v1/campaigns/{campaignId}/template', { ...at(campaignId), body: { name } }),
      );
    },
    onSuccess: async () => {
      onClose();
      sayDone(t('template.done'));
      await queries.invalidateQueries({ queryKey: ['templates'] });
    },
  });
  return (
    <NameDialog
      opened={opened}
      onClose={() => {
        keeping.reset();
        onClose();
      }}
      title={t('template.verb')}
      text={t('template.text')}
      label={t('template.name')}
      verb={t('template.keep')}
      first={subject.slice(0, 100)}
      pending={keeping.isPending}
      error={keeping.error}
      onName={keeping.mutate}
    />
  );
};
