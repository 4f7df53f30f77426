import type { Blame } from '../refusal/reason.js';
import { streak, strikesToRemove } from './streak.js';
import type { Outcome } from './streak.js';

/** So many of the newest mails are looked at; a streak that stretches over more is not seen. */
export const historyLimit = 100;

/** One campaign's mail to one address, with what has come back about it. */
export interface SentMail {
  readonly sentAt: Date;
  /** `open`: still on its way out, `unknown`: nobody knows whether the relay took it. */
  readonly state: 'open' | 'accepted' | 'refused' | 'unknown';
  /** Who is to blame for the refusal or the report of failure, and when that was known. */
  readonly failure: { readonly blame: Blame; readonly at: Date } | null;
  /** The last report that it is late. */
  readonly delayedAt: Date | null;
}

interface Settlement {
  readonly outcome: Outcome;
  /** When an unsettled one will be settled if nothing more is heard of it. */
  readonly settlesAt: Date;
}

/**
 * A mail settles with its refusal, with a report of failure, or when the settle time has passed since it was sent or
 * last reported late. A report that comes after that is too late to change anything.
 */
export const settle = (mail: SentMail, now: Date, settleMs: number): Settlement => {
  const settlesAt = settlingInstant(mail, now, settleMs);
  const { failure } = mail;
  if (failure && (mail.state === 'refused' || failure.at < settlesAt))
    return { outcome: failure.blame === 'sender' ? 'no-verdict' : 'failed', settlesAt };
  if (mail.state === 'open' || now < settlesAt) return { outcome: 'unsettled', settlesAt };
  return { outcome: mail.state === 'accepted' ? 'accepted' : 'no-verdict', settlesAt };
};

const settlingInstant = (
  { state, sentAt, delayedAt }: SentMail,
  now: Date,
  settleMs: number,
): Date => {
  if (state === 'open') return after(now, settleMs);
  const first = after(sentAt, settleMs);
  return delayedAt && delayedAt < first ? after(later(delayedAt, sentAt), settleMs) : first;
};

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const later = (a: Date, b: Date): Date => (a < b ? b : a);

export type Verdict =
  | { readonly kind: 'keep' }
  | { readonly kind: 'remove' }
  /** What is unsettled now may complete a streak: look again then. */
  | { readonly kind: 'wait'; readonly until: Date };

/**
 * Judges an address by its mails.
 * @param mails in any order
 * @clause W17.5
 */
export const judge = (mails: readonly SentMail[], now: Date, settleMs: number): Verdict => {
  const settlements = [...mails]
    .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
    .map((mail) => settle(mail, now, settleMs));
  const outcomes = settlements.map(({ outcome }) => outcome);
  if (streak(outcomes) === strikesToRemove) return { kind: 'remove' };
  const open = settlements.find(({ outcome }) => outcome === 'unsettled');
  // Time alone can make an unsettled one silent or accepted, never a failure. If the others hold no streak even
  // without it, only further news can remove the address, and news asks for a judgement of its own.
  const others = outcomes.filter((outcome) => outcome !== 'unsettled');
  return open && streak(others) === strikesToRemove
    ? { kind: 'wait', until: open.settlesAt }
    : { kind: 'keep' };
};
