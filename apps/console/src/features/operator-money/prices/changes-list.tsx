import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOfCode } from '../../../ui/catalogue.js';
import { DataTable } from '../../../ui/data-table.js';
import { useFormat } from '../../../ui/use-format.js';
import type { PriceChange } from './price-changes.js';

/** What a table changes, price by price, without tax. */
export const ChangesList = ({ changes }: { changes: readonly PriceChange[] }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const yen = (value: number | null): string => (value === null ? '–' : format.yen(value));
  const nameOfCode = useNameOfCode();
  const nameOf = ({ what }: PriceChange): string => {
    if (what.kind === 'setup') return t('setupFeeBare');
    if (what.kind === 'option') return t('optionOf', { code: nameOfCode(what.code) });
    return what.upTo === null ? t('noLimit') : t('upTo', { count: what.upTo });
  };
  return (
    <DataTable
      label={t('changes')}
      empty={t('noChanges')}
      rows={changes}
      minWidth={420}
      keyOf={(change) => change.courseCode + nameOf(change)}
      columns={[
        { head: t('priceEdit.course'), cell: ({ courseCode }) => nameOfCode(courseCode) },
        { head: t('priceEdit.what'), cell: nameOf },
        { head: t('priceEdit.before'), figure: true, cell: ({ before }) => yen(before) },
        {
          head: t('priceEdit.after'),
          figure: true,
          cell: ({ after }) => (
            <Text span fw={700}>
              {yen(after)}
            </Text>
          ),
        },
      ]}
    />
  );
};
