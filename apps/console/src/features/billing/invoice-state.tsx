import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';

type Invoice = Schema<'InvoiceView'>;

const colors: Record<Invoice['state'], string> = {
  draft: 'gray',
  issued: 'ai',
  collecting: 'ai',
  'collection-failed': 'red',
  'partially-paid': 'yellow',
  paid: 'green',
  void: 'gray',
  'written-off': 'gray',
};

export const InvoiceState = ({ state, overdue }: Pick<Invoice, 'state' | 'overdue'>): ReactNode => {
  const { t } = useTranslation('billing');
  return (
    <Badge color={overdue ? 'red' : colors[state]} style={{ flexShrink: 0 }}>
      {t(overdue ? 'overdue' : `state.${state}`)}
    </Badge>
  );
};
