import { describe, expect, it } from '@jest/globals';
import { readReport } from './read-report.js';
import { aReport } from '../../testing/report.builder.js';

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

const base64 = (lines: readonly string[]): string[] => [
  ...(btoa(lines.join('\r\n')).match(/.{1,76}/g) ?? []),
];

const plainFields = [
  ...perMessage,
  'Final-Recipient: rfc822; taro@example.jp',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 <taro@example.jp> User unknown',
];

describe('readReport: one failed recipient in many hands', () => {
  it.each([
    ['as the standard writes it', { status: plainFields }],
    ['in base64', { status: base64(plainFields), encoding: 'base64' }],
    [
      'in quoted-printable',
      {
        status: plainFields.map((l) => l.replaceAll('=', '=3D').replace('User', 'Us=\r\ner')),
        encoding: 'quoted-printable',
      },
    ],
    [
      'with folded fields',
      {
        status: [
          ...perMessage,
          'Final-Recipient: rfc822;',
          '  taro@example.jp',
          'Action:',
          '\tfailed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 5.1.1',
          ' <taro@example.jp>',
          ' User unknown',
        ],
      },
    ],
    [
      'with fields broken without indentation',
      {
        status: [
          ...perMessage,
          'Final-Recipient: rfc822; taro@example.jp',
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 5.1.1 <taro@example.jp>',
          'User unknown',
        ],
      },
    ],
    [
      'without the blank line after the first group',
      { status: plainFields.filter((line) => line !== '') },
    ],
    ['with blank lines within the group', { status: plainFields.flatMap((line) => [line, '']) }],
    [
      'with comments and odd case',
      {
        status: [
          'FINAL-RECIPIENT : RFC822;<taro@example.jp>',
          'action: Failed (bounced)',
          'Status: 5.1.1 (bad destination mailbox address)',
          'Diagnostic-Code: SMTP; 550 User unknown',
        ],
      },
    ],
    [
      'with rfc/822',
      {
        status: [
          'Final-Recipient: rfc/822; taro@example.jp',
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 User unknown',
        ],
      },
    ],
    [
      'with a general status and a special one in the reply',
      {
        status: [
          'Final-Recipient: rfc822; taro@example.jp',
          'Action: failed',
          'Status: 5.0.0',
          'Diagnostic-Code: smtp; 550-5.1.1 User unknown',
        ],
      },
    ],
    [
      'without an action',
      {
        status: [
          'Final-Recipient: rfc822; taro@example.jp',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 User unknown',
        ],
      },
    ],
  ])('%s', (_, parts) => {
    expect(readReport(aReport(parts))).toEqual({ kind: 'bounce', recipients: [unknownUser] });
  });

  it('with line ends of CR CR LF', () => {
    const text = new TextDecoder()
      .decode(aReport({ status: plainFields }))
      .replaceAll('\r\n', '\r\r\n');
    expect(readReport(new TextEncoder().encode(text))).toEqual({
      kind: 'bounce',
      recipients: [unknownUser],
    });
  });

  it('with bare CR line ends', () => {
    const text = new TextDecoder()
      .decode(aReport({ status: plainFields }))
      .replaceAll('\r\n', '\r');
    expect(readReport(new TextEncoder().encode(text))).toEqual({
      kind: 'bounce',
      recipients: [unknownUser],
    });
  });

  it('cut off within the original message', () => {
    const whole = aReport({ status: plainFields });
    expect(readReport(whole.subarray(0, whole.length - 60))).toEqual({
      kind: 'bounce',
      recipients: [unknownUser],
    });
  });
});

describe('readReport: recipients', () => {
  it('names each failed recipient, also when no blank line parts them', () => {
    const parts = {
      status: [
        'Reporting-MTA: dns; mx.example.jp',
        'Original-Recipient: rfc822; a@example.jp',
        'Final-Recipient: rfc822; a@example.jp',
        'Action: failed',
        'Status: 5.2.2',
        'Original-Recipient: rfc822; b@example.jp',
        'Final-Recipient: rfc822; b@example.jp',
        'Action: delayed',
        'Status: 4.2.0',
        'Final-Recipient: rfc822; c@example.jp',
        'Action: failed',
        'Status: 5.7.1',
      ],
    };
    expect(readReport(aReport(parts)).recipients).toEqual([
      {
        recipient: 'a@example.jp',
        action: 'failed',
        status: '5.2.2',
        replyCode: null,
        reason: 'mailbox-full',
        blame: 'recipient',
        severity: 'soft',
        isFinal: true,
      },
      {
        recipient: 'c@example.jp',
        action: 'failed',
        status: '5.7.1',
        replyCode: null,
        reason: 'policy',
        blame: 'sender',
        severity: 'soft',
        isFinal: true,
      },
    ]);
  });

  it('reads internationalised reports', () => {
    const parts = {
      type: 'message/global-delivery-status',
      encoding: '8bit',
      status: [
        'Reporting-MTA: dns; mx.example.jp',
        '',
        'Final-Recipient: utf-8; 太郎@例え.jp',
        'Action: failed',
        'Status: 5.1.1',
        '',
        'Original-Recipient: utf-8; \\x{592A}\\x{90CE}@example.jp',
        'Action: failed',
        'Status: 5.1.1',
      ],
    };
    expect(readReport(aReport(parts)).recipients.map(({ recipient }) => recipient)).toEqual([
      '太郎@例え.jp',
      '太郎@example.jp',
    ]);
  });
});
