import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';

export type MigrationList = Schema<'MigrationListView'>;

/** How often a list is looked at anew while its people are asked. */
export const refreshMs = 5_000;

const colors: Record<MigrationList['status'], string> = {
  uploaded: 'yellow',
  declared: 'blue',
  asking: 'ai',
  done: 'green',
  rejected: 'red',
  withdrawn: 'gray',
};

export const ListStatus = ({ status }: Pick<MigrationList, 'status'>): ReactNode => {
  const { t } = useTranslation('migration-lists');
  return <Badge color={colors[status]}>{t(`status.${status}`)}</Badge>;
};
