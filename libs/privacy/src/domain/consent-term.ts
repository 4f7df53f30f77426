import { jstDate } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import { lastDayAfter } from './retention.js';

/** How long proof of consent is kept: by the law's rule, under an order of the authority, of a mail-order seller. */
export const consentTerms = ['month', 'year', 'three-years'] as const;
export type ConsentTerm = (typeof consentTerms)[number];

const monthsOf: Record<ConsentTerm, number> = { month: 1, year: 12, 'three-years': 36 };

/**
 * The last day on which the proof is kept.
 * @param lastMail when the last advertising mail left; the consent itself where none ever did
 * @clause 特定電子メール法3条2項, 特定商取引法12条の3第3項
 */
export const consentKeptUntil = (lastMail: Date, term: ConsentTerm): PlainDate =>
  lastDayAfter(jstDate(lastMail), monthsOf[term]);
