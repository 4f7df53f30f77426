interface BouncedRecipient {
  readonly address: string;
  /** The sender's ORCPT parameter as it came, `rfc822;taro@example.jp`. */
  readonly original?: string | undefined;
}

export interface BouncedMessage {
  /** The host that reports; also the domain of the report's sender. */
  readonly reporter: string;
  /** Envelope sender of the message, to whom the report goes. */
  readonly returnPath: string;
  /** The sender's ENVID parameter. */
  readonly envelopeId?: string | undefined;
  readonly recipients: readonly BouncedRecipient[];
  readonly receivedAt: Date;
  /** Header section of the message, with CRLF and without the blank line after it. */
  readonly headers: string;
}

/**
 * The message by which a mail server tells that the recipients do not exist. Lines end in CRLF.
 * @param id makes Message-ID and boundary unique; letters and digits
 * @rfc 3464, 6522; 3834 §3.1.7 for Auto-Submitted
 */
export function bounceReport(message: BouncedMessage, id: string, now: Date): string {
  const boundary = `report-${id}`;
  const part = (type: string, lines: readonly string[]): string[] => [
    `--${boundary}`,
    `Content-Type: ${type}`,
    '',
    ...lines,
    '',
  ];
  return [
    `From: Mail Delivery System <MAILER-DAEMON@${message.reporter}>`,
    `To: <${message.returnPath}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${mailDate(now)}`,
    `Message-ID: <${id}@${message.reporter}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    `\tboundary="${boundary}"`,
    'Content-Transfer-Encoding: 8bit',
    '',
    ...part('text/plain; charset=utf-8', explanation(message)),
    ...part('message/delivery-status', status(message, now)),
    ...part('text/rfc822-headers; charset=utf-8', [message.headers]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function explanation({ reporter, recipients }: BouncedMessage): string[] {
  return [
    `This is the mail system at host ${reporter}.`,
    '',
    'Your message could not be delivered to these recipients:',
    '',
    ...recipients.map(({ address }) => `<${address}>: 550 5.1.1 User unknown`),
  ];
}

function status(message: BouncedMessage, now: Date): string[] {
  const { reporter, envelopeId, receivedAt, recipients } = message;
  return [
    ...(envelopeId === undefined ? [] : [`Original-Envelope-Id: ${envelopeId}`]),
    `Reporting-MTA: dns; ${reporter}`,
    `Arrival-Date: ${mailDate(receivedAt)}`,
    ...recipients.flatMap(({ address, original }) => [
      '',
      ...(original === undefined ? [] : [`Original-Recipient: ${original}`]),
      `Final-Recipient: rfc822; ${address}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      `Last-Attempt-Date: ${mailDate(now)}`,
    ]),
  ];
}

/** @rfc 5322 §3.3 */
function mailDate(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000');
}
