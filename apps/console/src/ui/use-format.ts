import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.js';
import * as format from './format.js';

/** The formats of `format.ts` in the reader's language. */
export const useFormat = () => {
  const locale = useLanguage();
  const { t } = useTranslation('ui');
  return {
    count: (count: number) => format.countText(count, locale),
    yen: (yen: number) => format.yenText(yen, locale),
    share: (part: number, whole: number) => format.shareText(part, whole, locale),
    instant: (at: string | Date) => format.instantText(at, locale),
    shortInstant: (at: string | Date) => format.shortInstantText(at, locale),
    exactInstant: (at: string | Date) => format.exactInstantText(at, locale),
    arrival: (at: string | Date, channel: string) => format.arrivalText(at, channel, locale),
    dayOf: (at: string | Date) => format.dayText(format.jstDay(at), locale),
    day: (day: string) => format.dayText(day, locale),
    shortDay: (day: string) => format.shortDayText(day, locale),
    month: (month: string) => format.monthText(month, locale),
    country: (code: string) => format.countryText(code, locale),
    people: (count: number) => t('count.people', { count }),
    mails: (count: number) => t('count.mails', { count }),
    times: (count: number) => t('count.times', { count }),
    duration: (seconds: number) => durationText(seconds, t),
  };
};

type Translate = (key: string, values: Record<string, number>) => string;

const durationText = (seconds: number, t: Translate): string => {
  if (seconds < 60) return t('duration.seconds', { count: Math.max(1, Math.round(seconds)) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t('duration.minutes', { count: minutes });
  if (minutes >= 48 * 60) return t('duration.days', { count: Math.round(minutes / (24 * 60)) });
  return t('duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
};
