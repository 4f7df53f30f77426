import type { PlainDate } from '#lib/kernel';

/** Whether somebody must be taught again: never was, or more than a year ago. @clause P2 従業員, P4-7 */
export const isTrainingDue = (last: PlainDate | undefined, today: PlainDate): boolean =>
  last === undefined || last.add({ years: 1 }).since(today).sign < 0;
