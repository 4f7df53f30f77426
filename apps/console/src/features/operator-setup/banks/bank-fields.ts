import { useTranslation } from 'react-i18next';
import type { Schema } from '../../../api/client.js';
import { accountOf, useAccountFields } from '../../../ui/account-fields.js';
import type { FormField } from '../../../ui/form-input.js';

type BankProfile = Schema<'BankProfileDto'>;

const csvColumns = ['headLines', 'bookedOn', 'amount', 'payerName'] as const;
const moreColumns = ['payerCode', 'reference'] as const;
const years = ['reiwa', 'western'] as const;
const dates = ['western', 'reiwa'] as const;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Questions about a bank: the account that money comes to, the shape of its files, its deadline. */
export const useBankFields = (before?: BankProfile): FormField[] => {
  const { t } = useTranslation('operator-setup');
  const account = useAccountFields(before?.collector);
  const choice = (name: string, values: readonly string[], initial: string): FormField => ({
    name,
    label: t(`banks.${name}`),
    choices: values.map((value) => ({ value, label: t(`banks.${name}Of.${value}`) })),
    initial,
  });
  const column = (name: string, value: number | null | undefined): FormField => ({
    name: `csv.${name}`,
    label: t(`banks.csv.${name}`),
    kind: 'number',
    optional: true,
    initial: String(value ?? ''),
  });
  return [
    { name: 'name', label: t('name'), initial: before?.name ?? '' },
    {
      name: 'code',
      heading: t('banks.collector'),
      label: t('banks.code'),
      initial: before?.collector.code ?? '',
    },
    {
      name: 'collectorName',
      label: t('banks.collectorName'),
      initial: before?.collector.name ?? '',
    },
    ...account,
    {
      name: 'leadBusinessDays',
      heading: t('banks.file'),
      label: t('banks.leadBusinessDays'),
      text: t('banks.leadText'),
      kind: 'number',
      initial: String(before?.leadBusinessDays ?? 7),
    },
    {
      name: 'closesAt',
      label: t('banks.closesAt'),
      kind: 'time',
      initial: timeOf(before?.closesAtMinute ?? 16 * 60),
    },
    choice('lineEnd', ['crlf', 'none'], before?.lineEnd ?? 'crlf'),
    choice('resultPlace', ['zero', 'space'], before?.resultPlace === ' ' ? 'space' : 'zero'),
    {
      name: 'headerNamesAccount',
      label: t('banks.headerNamesAccount'),
      kind: 'yes',
      initial: (before?.headerNamesAccount ?? true) ? 'yes' : '',
    },
    {
      name: 'extraCharacters',
      label: t('banks.extraCharacters'),
      optional: true,
      initial: before?.extraCharacters ?? '',
    },
    { ...choice('year', years, before?.year ?? 'reiwa'), heading: t('banks.transfers') },
    ...csvColumns.map((name) => column(name, before?.csv?.[name])),
    ...moreColumns.map((name) => column(name, before?.csv?.[name])),
    choice('dates', dates, before?.csv?.dates ?? 'western'),
  ];
};

/** The answers in the shape of the API; no CSV where its columns were left empty. */
export const bankOf = (answers: Readonly<Record<string, string>>): BankProfile => {
  const text = (name: string): string => answers[name] ?? '';
  const column = (name: string): number | null =>
    text(`csv.${name}`) === '' ? null : Number(text(`csv.${name}`));
  const hasCsv = ['bookedOn', 'amount', 'payerName'].every((name) => column(name) !== null);
  return {
    name: text('name'),
    collector: { ...accountOf(answers), code: text('code'), name: text('collectorName') },
    leadBusinessDays: Number(text('leadBusinessDays')),
    closesAtMinute: minutesOf(text('closesAt')),
    lineEnd: text('lineEnd') === 'none' ? 'none' : 'crlf',
    resultPlace: text('resultPlace') === 'space' ? ' ' : '0',
    headerNamesAccount: text('headerNamesAccount') === 'yes',
    extraCharacters: text('extraCharacters'),
    year: years.find((known) => known === text('year')) ?? 'reiwa',
    csv: hasCsv
      ? {
          headLines: column('headLines') ?? 0,
          bookedOn: column('bookedOn') ?? 1,
          amount: column('amount') ?? 1,
          payerName: column('payerName') ?? 1,
          payerCode: column('payerCode'),
          reference: column('reference'),
          dates: dates.find((known) => known === text('dates')) ?? 'western',
        }
      : null,
  };
};
