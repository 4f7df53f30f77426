import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../ui/copy-field.js';

/** Shown this once: we keep no copy of it that could be read. */
export const SecretAlert = ({ secret }: { secret: string }): ReactNode => {
  const { t } = useTranslation('settings-developers');
  return (
    <Alert color="yellow" title={t('once')} role="status">
      <CopyField value={secret} label={t('secret')} />
    </Alert>
  );
};
