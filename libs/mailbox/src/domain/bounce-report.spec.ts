import { expect, test } from '@jest/globals';
import { bounceReport } from './bounce-report.js';

const message = {
  reporter: 'mailbox.test',
  returnPath: 'b-1@bounce.example.jp',
  recipients: [{ address: 'bounce-taro@example.jp' }],
  receivedAt: new Date('2026-01-31T14:59:59.999Z'),
  headers: 'From: shop@example.jp\r\nSubject: =?utf-8?B?44GK55+l44KJ44Gb?=',
};

test('a report is a complete message of three parts', () => {
  expect(bounceReport(message, 'r1', new Date('2026-01-31T15:00:00Z')).split('\r\n')).toEqual([
    'From: Mail Delivery System <MAILER-DAEMON@mailbox.test>',
    'To: <b-1@bounce.example.jp>',
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Sat, 31 Jan 2026 15:00:00 +0000',
    'Message-ID: <r1@mailbox.test>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="report-r1"',
    'Content-Transfer-Encoding: 8bit',
    '',
    '--report-r1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system at host mailbox.test.',
    '',
    'Your message could not be delivered to these recipients:',
    '',
    '<bounce-taro@example.jp>: 550 5.1.1 User unknown',
    '',
    '--report-r1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mailbox.test',
    'Arrival-Date: Sat, 31 Jan 2026 14:59:59 +0000',
    '',
    'Final-Recipient: rfc822; bounce-taro@example.jp',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    'Last-Attempt-Date: Sat, 31 Jan 2026 15:00:00 +0000',
    '',
    '--report-r1',
    'Content-Type: text/rfc822-headers; charset=utf-8',
    '',
    'From: shop@example.jp',
    'Subject: =?utf-8?B?44GK55+l44KJ44Gb?=',
    '',
    '--report-r1--',
    '',
  ]);
});

test('what the sender asked to have repeated is repeated, for each recipient', () => {
  const asked = {
    ...message,
    envelopeId: 'c42',
    recipients: [
      { address: 'bounce-a@example.jp', original: 'rfc822;Bounce-A@example.jp' },
      { address: 'bounce-b@example.jp' },
    ],
  };
  const fields = bounceReport(asked, 'r2', new Date(0))
    .split('\r\n')
    .filter((line) => /^(Original-|Final-)/.test(line));
  expect(fields).toEqual([
    'Original-Envelope-Id: c42',
    'Original-Recipient: rfc822;Bounce-A@example.jp',
    'Final-Recipient: rfc822; bounce-a@example.jp',
    'Final-Recipient: rfc822; bounce-b@example.jp',
  ]);
});
