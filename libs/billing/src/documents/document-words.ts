import type { Locale, PlainDate } from '#lib/kernel';

/** 2026年7月11日, 11 July 2026. */
export const dayText = (date: PlainDate, locale: Locale): string =>
  locale === 'ja'
    ? `${date.year}年${date.month}月${date.day}日`
    : date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Amounts stand in a column: no unit, thousands apart, a triangle before what is taken off, as accountants write. */
export const amountText = (amount: number): string =>
  `${amount < 0 ? '△' : ''}${Math.abs(amount).toLocaleString('en-US')}`;
