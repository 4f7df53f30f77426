import type { Authentication } from './authentication.js';

/** A message as it was handed over. */
export interface TakenMessage {
  /** True for MAIL FROM:<>, as all reports and automatic answers have it. */
  readonly nullSender: boolean;
  readonly mailFrom: string;
  /** The host that handed it over; null where that was a relay of our own. */
  readonly client: { readonly ip: string; readonly helo: string } | null;
  /** Addresses of ours, as RCPT named them. */
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

export interface InboundMessage extends TakenMessage {
  readonly id: string;
  /** The instant of our 250. */
  readonly arrivedAt: Date;
}

/**
 * What became of a message. `ignored-…` changed nothing: written by a machine, in somebody else's name, or by nobody
 * who can be answered, or taken before from a sender that got no answer; `loop` went through too many hands; `unknown`
 * is for a mailbox that is gone since.
 */
export const outcomes = [
  'report',
  'unsubscribed',
  'join',
  'leave',
  'notice',
  'inquiry',
  'ignored-automatic',
  'ignored-forged',
  'ignored-unreadable',
  'ignored-repeated',
  'loop',
  'unknown',
] as const;
export type Outcome = (typeof outcomes)[number];

/** So long is remembered what became of a message. */
export const keptDays = 30;

export interface Settlement {
  /** Of the message. */
  readonly id: string;
  readonly outcome: Outcome;
  /** Null where it was not looked at. */
  readonly authentication: Authentication | null;
}

/** So many messages of a day in Japan came to this end. */
export interface InboundFigure {
  readonly day: string;
  readonly outcome: Outcome;
  readonly messages: number;
}
