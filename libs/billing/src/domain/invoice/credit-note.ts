import { addYen, yen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';
import { taxOn } from '../tax/tax-totals.js';
import type { TaxCategory } from '../tax/tax-rates.js';
import type { RateGroup } from '../tax/tax-totals.js';

/** What of an invoice's group, by category and rate, is given back; without tax, above zero. */
export interface CreditedAmount {
  readonly category: TaxCategory;
  readonly ratePercent: number;
  readonly amount: Yen;
}

/** 適格返還請求書: positive amounts that reduce the invoice. */
export interface CreditNote {
  readonly groups: readonly RateGroup[];
  readonly total: Yen;
  /** False below 10,000 yen with tax, where the law asks for no document (消費税法57条の4第3項). */
  readonly obligatory: boolean;
}

/** Yen, tax included. */
const leastObligatory = 10_000;

export type CreditRefusal = 'nothing' | 'no-such-rate' | 'more-than-invoiced';

/** What earlier notes have left of an invoice, by rate; never below zero. */
export const leftToCredit = (
  invoiced: readonly RateGroup[],
  credited: readonly RateGroup[],
): RateGroup[] =>
  invoiced.map((group) => {
    const before = credited.filter(sameRate(group.category, group.ratePercent));
    return {
      ...group,
      base: yen(group.base - addYen(...before.map(({ base }) => base))),
      tax: yen(group.tax - addYen(...before.map(({ tax }) => tax))),
    };
  });

/**
 * A credit note for parts of an invoice, one of several, given what earlier notes took off it. Each rounds its tax
 * down, once per rate; the note that takes the rest of a rate takes the rest of its tax with it, and so the yen, one at
 * most for each note before it, that the others left by rounding. Notes therefore never take more than the invoice
 * says, and all of them together take exactly that.
 * @clause W4.7, W15.3
 */
export const creditNote = (
  invoiced: readonly RateGroup[],
  credited: readonly RateGroup[],
  amounts: readonly CreditedAmount[],
): CreditNote | { readonly refused: CreditRefusal } => {
  const rest = leftToCredit(invoiced, credited);
  const groups: RateGroup[] = [];
  for (const { category, ratePercent, amount } of merged(amounts)) {
    const left = rest.find(sameRate(category, ratePercent));
    if (!left) return { refused: 'no-such-rate' };
    if (amount <= 0) return { refused: 'nothing' };
    if (amount > left.base) return { refused: 'more-than-invoiced' };
    const tax = amount === left.base ? left.tax : taxOn(amount, ratePercent);
    groups.push({ category, ratePercent, base: amount, tax });
  }
  if (groups.length === 0) return { refused: 'nothing' };
  const total = addYen(...groups.flatMap(({ base, tax }) => [base, tax]));
  return { groups, total, obligatory: total >= leastObligatory };
};

/**
 * A sum without tax, spread over the rates of an invoice from the highest down, each as far as earlier notes have left
 * it. What nothing is left for stays on the last one, where `creditNote` refuses it.
 */
export const spread = (
  invoiced: readonly RateGroup[],
  credited: readonly RateGroup[],
  amount: Yen,
): CreditedAmount[] => {
  let rest = amount;
  const parts = leftToCredit(invoiced, credited).map(({ category, ratePercent, base }, i) => {
    const part = i === invoiced.length - 1 ? rest : yen(Math.min(rest, base));
    rest = yen(rest - part);
    return { category, ratePercent, amount: part };
  });
  return parts.filter((part) => part.amount > 0);
};

const sameRate =
  (category: string, ratePercent: number) =>
  (group: RateGroup): boolean =>
    group.category === category && group.ratePercent === ratePercent;

const merged = (amounts: readonly CreditedAmount[]): CreditedAmount[] => {
  const byRate = new Map<string, CreditedAmount>();
  for (const each of amounts) {
    const key = `${each.category} ${each.ratePercent}`;
    const amount = addYen(byRate.get(key)?.amount ?? yen(0), each.amount);
    byRate.set(key, { ...each, amount });
  }
  return [...byRate.values()];
};
