import type { Reason } from './reason.js';

/** Phrases that mailers use for a reason; the first reason with a matching phrase is meant. */
export type Vocabulary = readonly (readonly [Reason, readonly RegExp[]])[];

/** The reason that the words give, if they give one. */
export const reasonIn = (words: string, vocabulary: Vocabulary): Reason | undefined =>
  vocabulary.find(([, phrases]) => phrases.some((phrase) => phrase.test(words)))?.[0];
