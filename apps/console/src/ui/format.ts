/** How figures and times are written, for both languages. All times are those of Japan. */
export type Locale = 'ja' | 'en';

const zone = { timeZone: 'Asia/Tokyo' } as const;
const tagOf = (locale: Locale): string => (locale === 'ja' ? 'ja-JP' : 'en-GB');

export const countText = (count: number, locale: Locale): string =>
  new Intl.NumberFormat(tagOf(locale)).format(count);

/** Whole yen. */
export const yenText = (yen: number, locale: Locale): string =>
  locale === 'ja' ? `${countText(yen, locale)}円` : `¥${countText(yen, locale)}`;

/** `0.123` → `12.3%`, `0.06` → `6.0%`, and `0%` or `100%` whole; a dash where nothing can be divided. */
export const shareText = (part: number, whole: number, locale: Locale): string => {
  if (whole === 0) return '–';
  const digits = part === 0 || part === whole ? 0 : 1;
  const written = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(tagOf(locale), { style: 'percent', ...written }).format(
    part / whole,
  );
};

/** An instant: `2026年4月1日(水) 9:00` / `Wed, 1 Apr 2026, 09:00`. */
export const instantText = (instant: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), {
    ...zone,
    year: 'numeric',
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: locale === 'ja' ? 'numeric' : '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));

/** An instant in a narrow column: `4/1 9:00` / `1 Apr, 09:00`. */
export const shortInstantText = (instant: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), {
    ...zone,
    month: locale === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    hour: locale === 'ja' ? 'numeric' : '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));

/** With seconds, for logs. */
export const exactInstantText = (instant: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), {
    ...zone,
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(new Date(instant));

/** A day in Japan, written `2026-04-01`. */
export const dayText = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), {
    timeZone: 'UTC',
    year: 'numeric',
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(new Date(`${day}T00:00:00Z`));

export const shortDayText = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), {
    timeZone: 'UTC',
    month: locale === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`));

/** A month, written `2026-04`. */
export const monthText = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
  }).format(new Date(`${month}-01T00:00:00Z`));

/** Of a code such as `JP`: `日本` / `Japan`. */
export const countryText = (code: string, locale: Locale): string =>
  (/^[A-Z]{2}$/.test(code) && new Intl.DisplayNames(tagOf(locale), { type: 'region' }).of(code)) ||
  code;

/** The day in Japan of an instant, as `2026-04-01`. */
export const jstDay = (instant: string | Date): string =>
  new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short' }).format(new Date(instant));

/** Of what came so, only the day is known: its stamp, or the word of whoever delivered it. @decision D-15 */
const knownByDay: ReadonlySet<string> = new Set(['paper', 'partner', 'letter']);

/** When something came, or was asked for, by that channel: the day alone where no more is known. */
export const arrivalText = (instant: string | Date, channel: string, locale: Locale): string =>
  knownByDay.has(channel) ? dayText(jstDay(instant), locale) : instantText(instant, locale);

/** The time of day in Japan of an instant, as `09:00`. */
export const jstTime = (instant: string | Date): string =>
  new Intl.DateTimeFormat('sv-SE', { ...zone, timeStyle: 'short' }).format(new Date(instant));

/** The instant of a day and a time of day in Japan. */
export const instantInJapan = (day: string, time: string): string => `${day}T${time}:00+09:00`;

/** The instant of `2026-04-01T09:00`, as a person in Japan typed it. */
export const typedInJapan = (typed: string): string => {
  const [day = '', time = ''] = typed.split('T');
  return instantInJapan(day, time);
};
