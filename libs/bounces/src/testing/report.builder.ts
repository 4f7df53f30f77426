interface ReportParts {
  /** Lines of the delivery-status part. */
  readonly status: readonly string[];
  readonly type?: string;
  readonly encoding?: string;
  readonly charset?: string;
}

/** A synthetic report as it comes over the wire. @rfc 3464 */
export const aReport = ({
  status,
  type = 'message/delivery-status',
  encoding = '7bit',
  charset,
}: ReportParts): Uint8Array =>
  aMail(
    'From: Mail Delivery System <postmaster@mx.example.jp>',
    'Auto-Submitted: auto-replied',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="=_edge"',
    '',
    'This is a MIME message.',
    '',
    '--=_edge',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Your message could not be delivered.',
    '',
    '--=_edge',
    `Content-Type: ${type}${charset ? `; charset=${charset}` : ''}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    ...status,
    '',
    '--=_edge',
    'Content-Type: message/rfc822',
    '',
    'From: news@tenant.example',
    'Auto-Submitted: auto-replied',
    'Subject: News',
    '',
    'Hello',
    '--=_edge--',
    '',
  );

/** A report of one recipient: what happened and the reply that says why. */
export const aReportOf = (
  action: 'failed' | 'delayed',
  reply: string,
  recipient = 'taro@example.jp',
): Uint8Array =>
  aReport({
    status: [
      'Reporting-MTA: dns; mx.example.jp',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      `Action: ${action}`,
      `Diagnostic-Code: smtp; ${reply}`,
    ],
  });

/** A mail of these lines. */
export const aMail = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(lines.join('\r\n'));
