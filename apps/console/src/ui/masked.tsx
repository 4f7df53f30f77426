import { Text, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** An address of which only enough is left to recognise it. @clause W17.4 */
export const Masked = ({ address }: { address: string }): ReactNode => {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('masked')}>
      <Text span ff="monospace" size="sm" className="any-break">
        {address}
      </Text>
    </Tooltip>
  );
};
