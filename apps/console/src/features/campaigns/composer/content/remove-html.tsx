import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../../../../ui/confirm.js';
import type { DraftKeeper } from '../draft-keeper.js';

/** Back to a mail of words alone. */
export const RemoveHtml = ({ keeper }: { keeper: DraftKeeper }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const ask = useConfirm();
  const remove = async (): Promise<void> => {
    const sure = {
      title: t('html.removeTitle'),
      text: t('html.removeText'),
      verb: t('html.remove'),
      dangerous: true,
    };
    if (await ask(sure)) keeper.change({ format: 'text', html: null });
  };
  return (
    <Button variant="default" size="xs" onClick={() => void remove()}>
      {t('html.remove')}
    </Button>
  );
};
