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

interface NoticeParts {
  readonly from?: string;
  readonly subject?: string;
  /** Further header fields. */
  readonly headers?: readonly string[];
  readonly lines: readonly string[];
}

/** What a mailer without parts for machines writes: words alone. */
export const aNotice = ({
  from = 'Mail Delivery System <mailer-daemon@mx.example.jp>',
  subject = 'Undelivered mail',
  headers = [],
  lines,
}: NoticeParts): Uint8Array =>
  aMail(
    'Return-Path: <>',
    `From: ${from}`,
    'To: news@tenant.example',
    `Subject: ${subject}`,
    ...headers,
    '',
    ...lines,
  );

/** The returned message as mailers quote it. */
export const quoted = [
  'Return-Path: <news@tenant.example>',
  'Received: from tenant.example by mx.example.jp; Wed, 1 Apr 2026 09:00:00 +0900',
  'From: news@tenant.example',
  'To: taro@example.jp',
  'Subject: News of April',
  '',
  'Hello. If your mailbox is full, user unknown or spam, do not mind.',
];
