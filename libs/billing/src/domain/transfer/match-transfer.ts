import type { Yen } from '#lib/kernel';
import { PlainDate } from '#lib/kernel';
import type { OpenInvoice } from '../invoice/allocation.js';
import { payerCodeKey, payerKey } from './payer-key.js';
import type { Transfer } from './transfer-notice.js';

/** A tenant that owes money, and how its transfers are known. */
export interface Payer {
  readonly tenantId: string;
  /** Virtual accounts and payer codes that are its alone, as `payerCodeKey` gives them. */
  readonly codes: ReadonlySet<string>;
  /** Names it pays under, as `payerKey` gives them. */
  readonly names: ReadonlySet<string>;
  /** Without what a debit is collecting. */
  readonly open: readonly OpenInvoice[];
}

export type TransferMatch =
  /** Whatever the amount: it is spread over what is open. */
  | { readonly by: 'code'; readonly tenantId: string }
  /** It pays exactly these. */
  | {
      readonly by: 'amount-and-name';
      readonly tenantId: string;
      readonly invoiceIds: readonly string[];
    }
  /** A person decides; the likeliest first. */
  | { readonly by: 'person'; readonly candidates: readonly string[] };

/**
 * Who has paid: by code, else by exact amount and name, else a person has to say. Two that fit are as good as none.
 * @clause W4.1, W7.1
 */
export const matchTransfer = (
  transfer: Pick<Transfer, 'payerCode' | 'payerName' | 'amount'>,
  payers: readonly Payer[],
): TransferMatch => {
  const { payerCode, amount } = transfer;
  const code = payerCodeKey(payerCode);
  const byCode = payerCode === '' ? [] : payers.filter(({ codes }) => codes.has(code));
  const [coded] = byCode;
  if (coded && byCode.length === 1) return { by: 'code', tenantId: coded.tenantId };

  const key = payerKey(transfer.payerName);
  const named = key === undefined ? [] : payers.filter(({ names }) => names.has(key));
  const exact = named.flatMap((payer) => {
    const invoiceIds = paidExactly(amount, payer.open);
    return invoiceIds ? [{ tenantId: payer.tenantId, invoiceIds }] : [];
  });
  const [only] = exact;
  if (only && exact.length === 1 && byCode.length === 0) return { by: 'amount-and-name', ...only };

  const sameAmount = payers.filter(({ open }) => paidExactly(amount, open));
  const candidates = [...byCode, ...exact, ...named, ...sameAmount].map(({ tenantId }) => tenantId);
  return { by: 'person', candidates: [...new Set(candidates)] };
};

/** The one invoice of that amount that is due first, or all of them when it is their sum. */
const paidExactly = (amount: Yen, open: readonly OpenInvoice[]): string[] | undefined => {
  const [one] = open
    .filter((invoice) => invoice.open === amount)
    .sort((a, b) => PlainDate.compare(a.dueDate, b.dueDate));
  if (one) return [one.id];
  const sum = open.reduce((total, invoice) => total + invoice.open, 0);
  return open.length > 0 && sum === amount ? open.map(({ id }) => id) : undefined;
};

/**
 * The transfer that a reversal takes back: of the same payer, amount and value date. Undefined when there is none or
 * more than one, so that a person decides.
 * @clause W4.1
 */
export const reversedBy = <T extends Transfer>(
  reversal: Transfer,
  earlier: readonly T[],
): T | undefined => {
  const same = earlier.filter(
    (transfer) =>
      !transfer.reversal &&
      transfer.amount === reversal.amount &&
      transfer.payerCode === reversal.payerCode &&
      transfer.payerName === reversal.payerName &&
      transfer.valueDate.equals(reversal.valueDate),
  );
  return same.length === 1 ? same[0] : undefined;
};
