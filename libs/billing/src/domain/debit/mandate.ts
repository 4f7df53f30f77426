import { PlainDate } from '#lib/kernel';
import type { Texts } from '#lib/kernel';

/** 口座振替依頼書 */
export const mandateStates = [
  'requested',
  'form-received',
  'submitted',
  'active',
  'returned',
  'stopped',
  'invalid',
  'replaced',
] as const;
export type MandateState = (typeof mandateStates)[number];

/** Why a bank sends a form back. @clause W6.1 */
export const mandateReturnTexts = {
  'seal-differs': { ja: '印鑑相違', en: 'The seal is not the registered one' },
  incomplete: { ja: '記入漏れ', en: 'Something was not filled in' },
  'account-differs': { ja: '口座相違', en: 'The account is another one' },
} as const satisfies Record<string, Texts>;

/** Which event leads from which state to which; what is not here is impossible. @clause W6.1 */
const mandateMoves = {
  'receive-form': { from: ['requested'], to: 'form-received' },
  submit: { from: ['form-received'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'active' },
  return: { from: ['submitted'], to: 'returned' },
  /** Debit result 3: the payer stopped it. */
  stop: { from: ['active'], to: 'stopped' },
  /** Debit results 2 and 4: no such account, or no such mandate. */
  invalidate: { from: ['active'], to: 'invalid' },
  /** Another mandate has become active. */
  replace: { from: ['active'], to: 'replaced' },
} as const satisfies Record<string, { from: readonly MandateState[]; to: MandateState }>;
export type MandateEvent = keyof typeof mandateMoves;

/** The state after an event; undefined when it does not belong to the present one. @clause W6.1 */
export const advanceMandate = (
  state: MandateState,
  event: MandateEvent,
): MandateState | undefined => {
  const move: { from: readonly MandateState[]; to: MandateState } = mandateMoves[event];
  return move.from.includes(state) ? move.to : undefined;
};

/**
 * How an invoice is collected: by transfer where no mandate is active on the last day for the file. The due date
 * stays the same.
 * @clause W6.1
 * @param activeSince the day the mandate became active; null when it is not
 */
export const collectionMethod = (
  activeSince: PlainDate | null,
  fileBy: PlainDate,
): 'direct-debit' | 'bank-transfer' =>
  activeSince && PlainDate.compare(activeSince, fileBy) <= 0 ? 'direct-debit' : 'bank-transfer';
