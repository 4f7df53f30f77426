import { payerCodeKey, payerKey } from './payer-key.js';
import type { Transfer } from './transfer-notice.js';

/** What tells one transfer from another. */
export type TransferMarks = Pick<
  Transfer,
  'bookedOn' | 'amount' | 'reversal' | 'payerName' | 'payerCode' | 'inquiryNumber'
>;

/**
 * Which transfers of a file an earlier file of the same bank has told of: the position of each, with what it repeats.
 * Lists that overlap, and a notice and a CSV of one day, tell of the same money twice. Somebody who pays the same sum
 * twice on a day stands twice in each of them.
 * @clause W4.1
 */
export const repeatedTransfers = <Earlier extends TransferMarks>(
  found: readonly TransferMarks[],
  earlier: readonly Earlier[],
): ReadonlyMap<number, Earlier> => {
  const left = new Map<string, Earlier[]>();
  for (const known of earlier) left.set(keyOf(known), [...(left.get(keyOf(known)) ?? []), known]);
  const repeated = new Map<number, Earlier>();
  for (const [position, transfer] of found.entries()) {
    const alike = left.get(keyOf(transfer)) ?? [];
    const known = alike.find((each) => agree(transfer, each));
    if (!known) continue;
    alike.splice(alike.indexOf(known), 1);
    repeated.set(position, known);
  }
  return repeated;
};

const keyOf = ({ bookedOn, amount, reversal, payerName }: TransferMarks): string =>
  [bookedOn.toString(), amount, reversal, payerKey(payerName) ?? payerName].join(' ');

/** Not every file has codes, or the bank's own numbers. */
const agree = (a: TransferMarks, b: TransferMarks): boolean =>
  (a.payerCode === '' ||
    b.payerCode === '' ||
    payerCodeKey(a.payerCode) === payerCodeKey(b.payerCode)) &&
  (a.inquiryNumber === '' || b.inquiryNumber === '' || a.inquiryNumber === b.inquiryNumber);
