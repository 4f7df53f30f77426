/** A refusal in SMTP's words. */
export class SmtpReply extends Error {
  constructor(
    readonly responseCode: number,
    text: string,
  ) {
    super(text);
  }
}

/** The reply to an error: our own refusals as they are, anything else as a temporary failure. @rfc 5321 §4.2.1 */
export const replyTo = (error: unknown): SmtpReply =>
  error instanceof SmtpReply ? error : new SmtpReply(451, 'Temporary failure, try again later');
