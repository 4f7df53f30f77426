import type { Schema } from '../../api/client.js';

type ProhibitedAct = Schema<'CaseView'>['code'];

const numbers = Array.from({ length: 24 }, (_, i) => String(i + 1).padStart(2, '0'));

/** By the numbers of the terms, which have no item 20. @clause W12A */
export const prohibitedActs: readonly ProhibitedAct[] = numbers
  .filter((number) => number !== '20')
  .map((number) => `P${number}` as ProhibitedAct);

export const actOf = (answer: string): ProhibitedAct =>
  prohibitedActs.find((known) => known === answer) ?? 'P01';
