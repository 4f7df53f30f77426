import type { Schema } from '../../../api/client.js';
import type { Contract } from '../contract.js';

/** A course and what comes with it. */
export interface Choice {
  readonly course: string;
  readonly options: readonly string[];
}

/** @param today day in Japan */
export const optionsInForce = (options: Contract['options'], today: string): string[] =>
  options
    .filter(({ from, until }) => from <= today && (until === null || until > today))
    .map(({ optionCode }) => optionCode);

/** What differs between what is and what is wished. */
export const wishOf = (
  before: Choice,
  after: Choice,
  desiredMonth: string,
): Schema<'CourseChangeDto'> => ({
  desiredMonth,
  courseCode: after.course === before.course ? null : after.course,
  addOptions: after.options.filter((code) => !before.options.includes(code)),
  dropOptions: before.options.filter((code) => !after.options.includes(code)),
});

export const wishesNothing = (wish: Schema<'CourseChangeDto'>): boolean =>
  !wish.courseCode && !wish.addOptions?.length && !wish.dropOptions?.length;
