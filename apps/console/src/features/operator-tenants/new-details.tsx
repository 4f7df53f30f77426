import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';

/** What is to be different, each with what it is to be. */
export const NewDetails = ({
  change: { changed, to },
}: {
  readonly change: Schema<'OperatorDetailsChangeView'>;
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  return changed.map((field) => {
    const value = to.find((each) => each.field === field)?.value;
    return (
      <Text key={field} size="sm" className="any-break">
        {value === undefined
          ? t(`detail.${field}`)
          : t('newDetail', { field: t(`detail.${field}`), value: value ?? '–' })}
      </Text>
    );
  });
};
