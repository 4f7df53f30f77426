/** One mail for one recipient, ready as it goes over the wire. */
export interface ReadyMail {
  /** MAIL FROM. */
  readonly from: string;
  /** RCPT TO, quoted where it must be. */
  readonly to: string;
  /** Names the mail in reports of the relay. @rfc 3461 §4.4 */
  readonly envelopeId: string;
  readonly raw: Buffer;
  /** Name of the relay it goes to; the first one when absent. */
  readonly relay?: string;
  /** Asked again right before the mail leaves; false once somebody else may have taken it over. */
  readonly mayLeave: () => boolean;
}

/** How a hand-over ended, as the connection saw it. */
export type Handover =
  /** The relay answered; `response` is its whole answer, and for 2xx it has the mail. */
  | { readonly kind: 'replied'; readonly code: number; readonly response: string }
  /** The connection broke; once the final dot may have left, the relay may have the mail. */
  | { readonly kind: 'lost'; readonly dotWritten: boolean }
  /** No relay could be reached, or none let us in. */
  | { readonly kind: 'no-connection' }
  /** The mail cannot be put into SMTP at all, or the relay announced that it is too big. */
  | { readonly kind: 'unsendable' }
  /** `mayLeave` said no. */
  | { readonly kind: 'too-late' };
