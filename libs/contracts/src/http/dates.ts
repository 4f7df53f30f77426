import { PlainDate, YearMonth } from '#lib/kernel';
import { Text } from '#platform/http';
import { contractsErrors } from '../contracts.errors.js';

interface Options {
  readonly about: string;
  readonly nullable?: boolean;
}

/** A day in Japan, `2026-04-01`. */
export const Day = (o: Options): PropertyDecorator =>
  Text({ max: 10, example: '2026-04-01', ...o });

/** A month, `2026-04`. */
export const Month = (o: Options): PropertyDecorator => Text({ max: 7, example: '2026-04', ...o });

/** @throws BusinessError contracts.bad-date */
export const readDate = (text: string, field: string): PlainDate => {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) throw contractsErrors.badDate({ field });
  try {
    return PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw contractsErrors.badDate({ field });
  }
};

/** @throws BusinessError contracts.bad-month */
export const readMonth = (text: string, field: string): YearMonth => {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(text)) throw contractsErrors.badMonth({ field });
  return YearMonth.from(text);
};
