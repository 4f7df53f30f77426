import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.js';

/** What only some may change: the others see it with every field locked, and are told so. */
export const Writable = ({
  permission,
  children,
}: {
  permission: string;
  children: ReactNode;
}): ReactNode => {
  const { t } = useTranslation();
  const may = useMay()(permission);
  return (
    <>
      {!may && <Alert color="gray">{t('readOnly')}</Alert>}
      <fieldset disabled={!may} style={{ display: 'contents' }}>
        {children}
      </fieldset>
    </>
  );
};
