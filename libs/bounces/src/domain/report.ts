import type { Blame, Reason } from './reason.js';

/** What a message that came to a return path is. Only `bounce` says that a mail did not arrive. */
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
  readonly reason: Reason;
  readonly blame: Blame;
}

export interface Report {
  readonly kind: ReportKind;
  /** The recipients that make the message this kind; empty where it names none. */
  readonly recipients: readonly RecipientReport[];
}
