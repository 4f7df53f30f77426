import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.js';
import { useLanguage } from '../i18n/language.js';
import { Section } from './section.js';
import { useFormat } from './use-format.js';

/** What is asked for, and the tax by rate. Lines carry no tax of their own: it is rounded once a rate. */
export const InvoiceLines = ({
  invoice: { lines, totals },
}: {
  invoice: Schema<'WholeInvoiceView'>;
}): ReactNode => {
  const { t } = useTranslation();
  const format = useFormat();
  const english = useLanguage() === 'en';
  const sums: [string, number][] = [
    ...totals.groups.flatMap(({ ratePercent, baseYen, taxYen }): [string, number][] => [
      [t('invoiceLines.base', { rate: ratePercent }), baseYen],
      [t('invoiceLines.tax', { rate: ratePercent }), taxYen],
    ]),
    ...(totals.outsideYen === 0
      ? []
      : [[t('invoiceLines.outside'), totals.outsideYen] satisfies [string, number]]),
  ];
  return (
    <Section title={t('invoiceLines.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('invoiceLines.content')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('invoiceLines.withoutTax')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ textJa, textEn, taxCategory, amountYen }, i) => (
            <Table.Tr key={i}>
              <Table.Td>
                {english ? textEn : textJa}
                {taxCategory === 'reduced' && ' ※'}
              </Table.Td>
              <Table.Td ta="right" className="numbers">
                {format.yen(amountYen)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {sums.map(([label, yen]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td ta="right" className="numbers">
                {format.yen(yen)}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{t('invoiceLines.total')}</Table.Th>
            <Table.Td ta="right" fw={700} className="numbers">
              {format.yen(totals.totalYen)}
            </Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Section>
  );
};
