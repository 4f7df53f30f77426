import type { PlainDate, YearMonth } from '#lib/kernel';
import { readDay, readMonth } from '../domain/dates.js';
import { paymentsErrors } from '../payments.errors.js';

/** @throws BusinessError payments.bad-date */
export const dayIn = (text: string, field: string): PlainDate => {
  const day = readDay(text);
  if (!day) throw paymentsErrors.badDate({ field });
  return day;
};

/** @throws BusinessError payments.bad-month */
export const monthIn = (text: string, field: string): YearMonth => {
  const month = readMonth(text);
  if (!month) throw paymentsErrors.badMonth({ field });
  return month;
};
