import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/use-format.js';

interface Place {
  readonly name: string;
  readonly enabled?: boolean;
  readonly breaker: Schema<'BreakerView'>;
  readonly traffic: Schema<'TrafficView'>;
}

const counts = ['accepted', 'putOff', 'refused', 'unclear'] as const;

/** Relays or recipient domains: what they took lately, and whether their breaker lets mails through. */
export const PlacesTable = ({
  label,
  empty,
  places,
}: {
  label: string;
  empty: string;
  places: readonly Place[];
}): ReactNode => {
  const { t } = useTranslation('operator-overview');
  const format = useFormat();
  return (
    <DataTable
      label={label}
      empty={empty}
      rows={places}
      keyOf={({ name }) => name}
      columns={[
        { head: t('name'), cell: ({ name }) => name },
        {
          head: t('status'),
          cell: ({ breaker, enabled }) =>
            enabled === false ? (
              <Badge color="gray">{t('off')}</Badge>
            ) : (
              <Badge color={breaker.state === 'closed' ? 'green' : 'red'}>
                {t(`breaker.${breaker.state}`)}
              </Badge>
            ),
        },
        ...counts.map((count) => ({
          head: t(`traffic.${count}`),
          figure: true,
          cell: ({ traffic }: Place) => format.count(traffic[count]),
        })),
      ]}
    />
  );
};
