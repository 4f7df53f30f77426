import { describe, expect, it } from '@jest/globals';
import { aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';

describe('readReport: what providers write', () => {
  it.each([
    [
      'Gmail of old',
      {
        from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        subject: 'Delivery Status Notification (Failure)',
        lines: [
          'Delivery to the following recipient failed permanently:',
          '',
          `     ${taro}`,
          '',
          'Technical details of permanent failure: ',
          'We tried to deliver your message, but it was rejected by the server for the',
          'recipient domain example.jp by mail.example.jp. [192.0.2.7].',
          '',
          'The error that the other server returned was:',
          '550 5.1.1 unknown',
          '',
          '----- Original message -----',
          '',
        ],
      },
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'Yahoo! marks the command behind the reply',
      {
        subject: 'Failure Notice',
        lines: [
          'Sorry, we were unable to deliver your message to the following address.',
          '',
          `<${taro}>:`,
          'Remote host said: 550 no such mailbox [RCPT_TO]',
          '',
          '--- Below this line is a copy of the message.',
          '',
        ],
      },
      line(taro, null, 550, 'unknown-recipient'),
    ],
    [
      '1&1 and GMX',
      {
        subject: 'Mail delivery failed: returning message to sender',
        lines: [
          'A message that you sent could not be delivered to one or more of',
          'its recipients. This is a permanent error. The following address',
          'failed:',
          '',
          `"${taro}":`,
          'SMTP error from remote server after RCPT command:',
          'host: mail.example.jp',
          'unknown user',
          '',
          '--- The header of the original message is following. ---',
          '',
        ],
      },
      line(taro, null, null, 'unknown-recipient'),
    ],
    [
      'a Japanese provider of Sendmail’s shape',
      {
        subject: 'Returned mail: Non-delivered',
        lines: [
          '   ----- The following addresses had delivery problems -----',
          taro,
          '',
          '   ----- Non-delivered information -----',
          "The number of messages in recipient's mailbox exceeded the local limit.",
        ],
      },
      line(taro, null, null, 'mailbox-full'),
    ],
    [
      'au',
      {
        from: 'Postmaster@ezweb.ne.jp',
        subject: 'Mail System Error - Returned Mail',
        lines: ['The user(s) account is temporarily over quota.', '', `<${taro}>`],
      },
      line(taro, null, null, 'mailbox-full'),
    ],
    [
      'a Japanese provider in Japanese',
      {
        from: 'MAILER-DAEMON@example.jp',
        subject: '=?UTF-8?B?6YWN5L+h44Ko44Op44O8?=',
        lines: [
          'お送りいただいたメールは、次の理由により配信できませんでした。',
          '',
          `宛先メールアドレス: ${taro}`,
          '理由: 受信者のメールボックスの容量が一杯です。',
        ],
      },
      line(taro, null, null, 'mailbox-full'),
    ],
  ])('%s', (_, { lines, ...parts }, expected) => {
    const raw = aNotice({ ...parts, lines: [...lines, '', ...quoted] });
    expect(told(raw)).toEqual(['bounce', expected]);
  });
});
