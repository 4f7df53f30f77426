import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const periods = ['7', '30', '90'] as const;

interface PeriodSelectProps {
  /** In days, as the select has it. */
  readonly days: string;
  readonly onChange: (days: string) => void;
}

/** How many days back a page of figures looks. */
export const PeriodSelect = ({ days, onChange }: PeriodSelectProps): ReactNode => {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t('period')}
      value={days}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
      data={periods.map((value) => ({ value, label: t('lastDays', { days: value }) }))}
    />
  );
};
