import type { Locale } from './locale.js';

declare const currency: unique symbol;

/** A whole amount of Japanese yen, negative for what is owed back. There are no parts of a yen. */
export type Yen = number & { readonly [currency]: 'JPY' };

/** @throws RangeError unless `n` is a safe integer: rounding is a rule of the caller, never of money */
export function yen(n: number): Yen {
  if (!Number.isSafeInteger(n)) throw new RangeError('yen are whole numbers within ±(2^53 − 1)');
  return (n + 0) as Yen; // −0 becomes 0
}

/** The sum of all amounts; 0 for none. */
export function addYen(...amounts: readonly Yen[]): Yen {
  return amounts.reduce((sum, amount) => yen(sum + amount), yen(0));
}

/** @throws RangeError unless `times` is a whole number: rates need a rounding rule of their own */
export function timesYen(amount: Yen, times: number): Yen {
  if (!Number.isSafeInteger(times)) throw new RangeError('yen are multiplied by whole numbers');
  return yen(amount * times);
}

/** For people: `1,234円` or `¥1,234`; negative amounts lead with a minus sign. */
export function formatYen(amount: Yen, locale: Locale): string {
  const digits = Math.abs(amount).toLocaleString('en-US');
  const sign = amount < 0 ? '-' : '';
  return locale === 'ja' ? `${sign}${digits}円` : `${sign}¥${digits}`;
}
