import { checkCondition } from '#lib/subscribers';
import type { Condition, InputProblem } from '#lib/subscribers';

/** A saved condition with a name, to narrow the readers of newsletters. */
export interface Segment {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly condition: Condition;
}

/**
 * What is wrong with a condition by itself. Whether the fields exist depends on the newsletters it will be used
 * with, so that is asked when it is used.
 */
export const segmentProblems = (condition: unknown): InputProblem[] =>
  checkCondition(condition, []).filter(({ code }) => code !== 'unknown-field');
