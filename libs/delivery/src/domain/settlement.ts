import type { Outcome } from './outcome.js';

/** What is written into the row of the ledger after a try. */
export interface Settlement {
  readonly state: Outcome['state'];
  /** When to try again; null for a row that does not wait. */
  readonly nextAt: Date | null;
  readonly replyCode: number | null;
  /** @rfc 3463 */
  readonly enhancedStatus: string | null;
  readonly reason: string | null;
  readonly reply: string | null;
}

export const settlementOf = (outcome: Outcome): Settlement => {
  const reply = 'reply' in outcome ? outcome.reply : null;
  return {
    state: outcome.state,
    nextAt: 'nextAt' in outcome ? outcome.nextAt : null,
    replyCode: reply?.code ?? null,
    enhancedStatus: reply?.enhanced ?? null,
    reason: 'reason' in outcome ? outcome.reason : null,
    reply: reply?.text ?? null,
  };
};
