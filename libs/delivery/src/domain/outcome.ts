import { blameFor } from './blame.js';
import type { Blame } from './blame.js';
import { readReply } from './reply.js';
import type { Reply } from './reply.js';
import { nextTry, relayPause } from './retry-schedule.js';

/** How a hand-over to the relay ended; the rules' own view of what the connection reports. */
export type Handover =
  | { readonly kind: 'replied'; readonly code: number; readonly response: string }
  | { readonly kind: 'lost'; readonly dotWritten: boolean }
  | { readonly kind: 'no-connection' | 'unsendable' | 'too-late' };

type Reason = Blame | 'connection-lost' | 'expired' | 'unsendable';

/** What it means for the row of the ledger. */
export type Outcome =
  | { readonly state: 'accepted'; readonly reply: Reply }
  | { readonly state: 'refused'; readonly reason: Reason; readonly reply: Reply | null }
  | {
      readonly state: 'deferred';
      readonly reason: Reason;
      readonly nextAt: Date;
      readonly reply: Reply | null;
    }
  | { readonly state: 'unknown'; readonly reason: 'connection-lost' }
  /** Not the recipient's affair: back to where it was, not counted as a try. */
  | { readonly state: 'queued'; readonly reason: 'relay-down' | 'too-late'; readonly nextAt: Date };

interface Try {
  /** Number of this try, from 1. */
  readonly tries: number;
  readonly firstTryAt: Date;
  readonly now: Date;
  /** From 0 to 1. */
  readonly random: number;
}

/**
 * Decides by what is known for sure: a reply is definite; a connection lost before the final dot means the relay
 * does not have the mail; lost after it means nobody knows.
 */
export const outcomeOf = (handover: Handover, attempt: Try): Outcome => {
  switch (handover.kind) {
    case 'replied':
      return outcomeOfReply(readReply(handover.code, handover.response), attempt);
    case 'lost':
      return handover.dotWritten
        ? { state: 'unknown', reason: 'connection-lost' }
        : later('cut-off', 'connection-lost', null, attempt);
    case 'no-connection':
      return {
        state: 'queued',
        reason: 'relay-down',
        nextAt: relayPause(attempt.now, attempt.random),
      };
    case 'unsendable':
      return { state: 'refused', reason: 'unsendable', reply: null };
    case 'too-late':
      return { state: 'queued', reason: 'too-late', nextAt: attempt.now };
  }
};

const outcomeOfReply = (reply: Reply, attempt: Try): Outcome => {
  if (reply.code < 300) return { state: 'accepted', reply };
  // 530, 535, 538: the relay does not know us; that is for the operator to mend and no reader's fault.
  if ([530, 535, 538].includes(reply.code))
    return {
      state: 'queued',
      reason: 'relay-down',
      nextAt: relayPause(attempt.now, attempt.random),
    };
  if (reply.code >= 500) return { state: 'refused', reason: blameFor(reply), reply };
  return later('asked-to-wait', blameFor(reply), reply, attempt);
};

const later = (
  delay: Parameters<typeof nextTry>[0],
  reason: Reason,
  reply: Reply | null,
  attempt: Try,
): Outcome => {
  const nextAt = nextTry(delay, attempt);
  return nextAt
    ? { state: 'deferred', reason, nextAt, reply }
    : { state: 'refused', reason: 'expired', reply };
};
