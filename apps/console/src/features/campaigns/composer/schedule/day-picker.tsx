import '@mantine/dates/styles.css';
import 'dayjs/locale/ja.js';
import { Indicator, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../../i18n/language.js';
import { jstDay } from '../../../../ui/format.js';
import { now } from '../../../../ui/now.js';
import { useFormat } from '../../../../ui/use-format.js';
import { useHolidays } from './holidays.js';

const dayMs = 24 * 3600 * 1000;

/** A day in Japan. Sundays and public holidays are red, and the month's holidays are named below. */
export const DayPicker = ({
  value,
  onChange,
}: {
  value: string;
  onChange: (day: string) => void;
}): ReactNode => {
  const { t } = useTranslation('campaigns');
  const language = useLanguage();
  const format = useFormat();
  const holidays = useHolidays();
  const [shown, setShown] = useState(value);
  const today = now();
  const nameOf = (day: string): string | undefined =>
    holidays[day]?.[language === 'ja' ? 'name' : 'name_en'];
  const named = Object.keys(holidays).filter((day) => day.startsWith(shown.slice(0, 7)));
  return (
    <div>
      <DatePicker
        value={value}
        onChange={(day) => {
          if (day) onChange(day);
        }}
        date={shown}
        onDateChange={setShown}
        locale={language}
        firstDayOfWeek={0}
        weekendDays={[0]}
        monthLabelFormat={language === 'ja' ? 'YYYY年M月' : 'MMMM YYYY'}
        minDate={jstDay(today)}
        maxDate={jstDay(new Date(today.getTime() + 365 * dayMs))}
        maxLevel="month"
        size="sm"
        ariaLabels={{
          previousMonth: t('schedule.previousMonth'),
          nextMonth: t('schedule.nextMonth'),
        }}
        getDayProps={(day) => ({
          'aria-label': [format.day(day), nameOf(day)].filter(Boolean).join(' '),
          ...((nameOf(day) !== undefined || isSunday(day)) &&
            day !== value && { style: { color: 'var(--mantine-color-error)' } }),
        })}
        renderDay={(day) => (
          <Indicator size={5} color="red" offset={-3} disabled={nameOf(day) === undefined}>
            <span>{Number(day.slice(8))}</span>
          </Indicator>
        )}
      />
      <Text size="sm" c="dimmed" mih={22} mt={4}>
        {named
          .map((day) => `${format.shortDay(day)} ${nameOf(day) ?? ''}`)
          .join(t('schedule.separator'))}
      </Text>
    </div>
  );
};

const isSunday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
