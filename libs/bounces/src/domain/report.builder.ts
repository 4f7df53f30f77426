interface ReportParts {
  /** Lines of the delivery-status part. */
  readonly status: readonly string[];
  readonly type?: string;
  readonly encoding?: string;
  readonly charset?: string;
}

/** A synthetic RFC 3464 report as it comes over the wire. */
export const aReport = ({
  status,
  type = 'message/delivery-status',
  encoding = '7bit',
  charset,
}: ReportParts): Uint8Array =>
  new TextEncoder().encode(
    [
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
    ].join('\r\n'),
  );

/** A mail of these lines. */
export const aMail = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(lines.join('\r\n'));
