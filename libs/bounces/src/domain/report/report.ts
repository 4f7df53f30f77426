import type { Blame, Reason, Severity } from '../refusal/reason.js';

/**
 * What a message that came to a return path is.
 * - `bounce`: somebody refused the mail, or a mailer states that it failed
 * - `delay`: nobody refused it, it is late; a recipient's `isFinal` says whether the mailer still tries
 */
export type ReportKind =
  'bounce' | 'delay' | 'delivered' | 'auto-reply' | 'complaint' | 'not-a-bounce';

/** @rfc 3464 §2.3.3 */
export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What a report says of one recipient. */
export interface RecipientReport {
  /** As the report writes it; never stored, the signed return path says whom it is about. */
  readonly recipient: string | null;
  readonly action: Action | null;
  /** Enhanced status such as `5.1.1`. @rfc 3463 */
  readonly status: string | null;
  /** Three digits of the SMTP reply. */
  readonly replyCode: number | null;
  /** Null where nothing failed or is late; so are `blame` and `severity`. */
  readonly reason: Reason | null;
  readonly blame: Blame | null;
  readonly severity: Severity | null;
  /** The mail did not arrive and will not be tried again: a strike, unless the sender is to blame. */
  readonly isFinal: boolean;
}

export interface Report {
  readonly kind: ReportKind;
  /** The recipients that make the message this kind; empty where it names none. */
  readonly recipients: readonly RecipientReport[];
  /** Of a complaint: its type, such as `abuse`, `fraud` or `auth-failure`. @rfc 5965 §7.3, 6591 */
  readonly feedback?: string;
}

/** Whether a mail did not arrive and never will: somebody refused it, or its time ran out. @clause W17.5 */
export const isFailure = ({ kind, recipients }: Report): boolean =>
  kind === 'bounce' || (kind === 'delay' && recipients[0]?.isFinal === true);
