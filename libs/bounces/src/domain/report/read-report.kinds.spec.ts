import { describe, expect, it } from '@jest/globals';
import { readReport } from './read-report.js';
import { aMail, aNotice, aReport, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';

const perMessage = [
  'Reporting-MTA: dns; mx.example.jp',
  'Arrival-Date: Wed, 1 Apr 2026 09:00:00 +0900',
  '',
];

const unknownUser = {
  recipient: 'taro@example.jp',
  action: 'failed',
  status: '5.1.1',
  replyCode: 550,
  reason: 'unknown-recipient',
  blame: 'recipient',
  severity: 'hard',
  isFinal: true,
} as const;

const plainFields = [
  ...perMessage,
  'Final-Recipient: rfc822; taro@example.jp',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 <taro@example.jp> User unknown',
];

describe('readReport: what kind it is', () => {
  const group = (...fields: string[]): { status: string[] } => ({
    status: [...perMessage, 'Final-Recipient: rfc822; taro@example.jp', ...fields],
  });

  it.each([
    ['a failure of class 5', group('Action: failed', 'Status: 5.2.2'), 'bounce'],
    [
      'a failure whatever its status: the action beats it',
      group('Action: failed', 'Status: 4.2.2'),
      'bounce',
    ],
    ['a retry that expired: nobody refused it', group('Action: failed', 'Status: 4.4.7'), 'delay'],
    ['a delay with a status of class 5', group('Action: delayed', 'Status: 5.0.0'), 'delay'],
    ['a delay by its status alone', group('Status: 4.4.1'), 'delay'],
    ['a delay by its reply alone', group('Diagnostic-Code: smtp; 451 try later'), 'delay'],
    ['delivered', group('Action: delivered', 'Status: 2.0.0'), 'delivered'],
    ['relayed', group('Action: relayed', 'Status: 2.0.0'), 'delivered'],
    [
      'a failure among deliveries',
      group(
        'Action: delivered',
        'Status: 2.0.0',
        '',
        'Final-Recipient: rfc822; jiro@example.jp',
        'Action: failed',
        'Status: 5.1.1',
      ),
      'bounce',
    ],
    ['nobody named: the words say it', { status: perMessage }, 'bounce'],
    ['an unknown action: the words say it', group('Action: pondered'), 'bounce'],
  ] as const)('%s', (_, parts, kind) => {
    expect(readReport(aReport(parts)).kind).toBe(kind);
  });

  it.each([
    ['a complaint', 'Feedback-Type: abuse', 'complaint'],
    ['a complaint taken back', 'Feedback-Type: not-spam', 'not-a-bounce'],
  ])('%s', (_, field, kind) => {
    const mail = aMail(
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      '',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      field,
      'Version: 1',
      '--b--',
    );
    expect(readReport(mail)).toEqual({
      kind,
      recipients: [],
      ...(kind === 'complaint' && { feedback: 'abuse' }),
    });
  });

  it.each([
    ['a vacation reply', ['Auto-Submitted: auto-replied (vacation)'], 'auto-reply'],
    ['an old vacation reply', ['X-Autoreply: yes'], 'auto-reply'],
    ['a vacation reply by precedence', ['Precedence: auto_reply'], 'auto-reply'],
    ['a mail of a person', ['Auto-Submitted: no'], 'not-a-bounce'],
    ['a mail that quotes a report', ['Subject: Undelivered Mail'], 'not-a-bounce'],
  ])('%s', (_, headers, kind) => {
    const mail = aMail('From: a@example.jp', ...headers, '', 'Status: 5.1.1', 'Action: failed');
    const { kind: read, recipients } = readReport(mail);
    expect([read, recipients.map(({ isFinal }) => isFinal)]).toEqual([
      kind,
      kind === 'auto-reply' ? [false] : [],
    ]);
  });

  it('leaves a forwarded report to the one who forwards it', () => {
    const report = new TextDecoder().decode(aReport({ status: plainFields }));
    const mail = aMail(
      'Content-Type: multipart/mixed; boundary=outer',
      '',
      '--outer',
      'Content-Type: message/rfc822',
      '',
      report,
      '--outer--',
    );
    expect(readReport(mail)).toEqual({ kind: 'not-a-bounce', recipients: [] });
  });

  it('finds a report that a mailing list wrapped, though one boundary begins with the other', () => {
    const report = new TextDecoder().decode(aReport({ status: plainFields }));
    const mail = aMail(
      'Content-Type: multipart/mixed; boundary="=_"',
      '',
      '--=_',
      report,
      '--=_--',
    );
    expect(readReport(mail)).toEqual({ kind: 'bounce', recipients: [unknownUser] });
  });
});

describe('readReport: other forms of complaint and report', () => {
  const feedback = (...fields: string[]): Uint8Array =>
    aMail(
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      '',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      ...fields,
      '--b',
      'Content-Type: message/rfc822',
      '',
      ...quoted,
      '--b--',
    );

  it.each([
    [
      'the recipients it names',
      ['Original-Rcpt-To: a@example.jp', 'Original-Rcpt-To: b@example.jp'],
      ['a@example.jp', 'b@example.jp'],
      'abuse',
    ],
    ['whom the returned mail was for', ['Feedback-Type: fraud'], ['taro@example.jp'], 'fraud'],
    [
      'a failed authentication',
      ['Feedback-Type: auth-failure'],
      ['taro@example.jp'],
      'auth-failure',
    ],
  ] as const)('a feedback report: %s', (_, fields, named, type) => {
    const { kind, recipients, feedback: read } = readReport(feedback(...fields));
    expect([kind, recipients.map(({ recipient }) => recipient), read]).toEqual([
      'complaint',
      named,
      type,
    ]);
  });

  it('a complaint of Outlook.com, which has no part for machines', () => {
    const mail = aMail(
      'From: staff@hotmail.com',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'X-HmXmrOriginalRecipient: taro@example.jp',
      'Subject: News',
      '--b--',
    );
    expect(told(mail)).toEqual(['complaint', line(taro, null, null, '- (not final)')]);
  });

  it.each([
    [
      'Bounce',
      '{"emailAddress":"taro@example.jp","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}',
      ['bounce', line(taro, '5.1.1', 550, 'unknown-recipient')],
    ],
    [
      'Complaint',
      '{"emailAddress":"taro@example.jp"}',
      ['complaint', line(taro, null, null, '- (not final)')],
    ],
  ])('a notification of Amazon SES: %s', (type, recipient, expected) => {
    const name = type === 'Bounce' ? 'bounced' : 'complained';
    const json = `{"notificationType":"${type}","x":{"${name}Recipients":[${recipient}]}}`;
    expect(told(aMail('From: no-reply@sns.example', '', json))).toEqual(expected);
  });

  it('a notification of Amazon SES that says why by its subtype alone', () => {
    const json = `{"notificationType":"Bounce","bounce":{"bounceType":"Transient","bounceSubType":"MailboxFull","bouncedRecipients":[{"emailAddress":"${taro}"}]}}`;
    expect(told(aMail('From: no-reply@sns.example', '', json))).toEqual([
      'bounce',
      line(taro, null, null, 'mailbox-full'),
    ]);
  });

  it('a report that a mailer passes on within its own', () => {
    const inner = new TextDecoder().decode(aReport({ status: plainFields })).split('\r\n');
    const raw = aNotice({
      lines: ['The message could not be delivered.', '', 'Return-Path: <>', ...inner],
    });
    expect(readReport(raw)).toEqual({ kind: 'bounce', recipients: [unknownUser] });
  });
});

describe('readReport: late and lapsed', () => {
  it.each([
    [
      'a mailer that still tries',
      [
        'THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
        'Delivery to the following recipient has been delayed:',
        '',
        `     ${taro}`,
        '',
        'It will be retried for 3 more days',
      ],
      line(taro, null, null, 'expired (not final)'),
    ],
    [
      'a mailer that gave up: late for ever, and a strike',
      [
        "I wasn't able to deliver your message to the following addresses.",
        '',
        `<${taro}>:`,
        "I'm not going to try again; this message has been in the queue too long.",
      ],
      line(taro, null, null, 'expired'),
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(aNotice({ lines }))).toEqual(['delay', expected]);
  });
});

describe('readReport: what only looks like a report', () => {
  it.each([
    [
      'a shop’s parcel',
      aMail(
        'From: Shop <info@shop.example.jp>',
        'Subject: Delivery failed: your parcel could not be delivered',
        '',
        'The parcel for taro@example.jp could not be delivered. Address not found.',
      ),
      'not-a-bounce',
    ],
    [
      'a person who forwards one',
      aMail(
        'From: hanako@example.jp',
        'Subject: Fwd: Undelivered Mail Returned to Sender',
        '',
        'What does this mean?',
        '> <taro@example.jp>: 550 5.1.1 User unknown',
        '> could not be delivered to one or more recipients.',
      ),
      'not-a-bounce',
    ],
    [
      'a person called Postmaster',
      aMail('From: postmaster@example.jp', 'Subject: Your question', '', 'We will look into it.'),
      'not-a-bounce',
    ],
    [
      'an absence that uses the null sender',
      aNotice({
        from: 'taro@example.jp',
        subject: 'Gone fishing',
        headers: ['Auto-Submitted: auto-replied'],
        lines: ['Mails are not delivered to me before Monday. Unable to reach me? Call.'],
      }),
      'auto-reply',
    ],
    ['an empty mail', aMail('From: taro@example.jp', 'Subject: ', '', ''), 'not-a-bounce'],
  ])('%s', (_, raw, kind) => {
    expect(readReport(raw).kind).toBe(kind);
  });
});
