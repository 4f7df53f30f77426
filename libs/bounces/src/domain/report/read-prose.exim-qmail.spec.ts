import { describe, expect, it } from '@jest/globals';
import { aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';

describe('readReport: what Exim and qmail write', () => {
  it.each([
    [
      'Exim with a text of its owner’s language',
      {
        subject: 'Zustellung fehlgeschlagen: Nachricht geht zurück',
        headers: [`X-Failed-Recipients: ${taro}`],
        lines: [
          'Eine von Ihnen gesendete Nachricht erreichte ihre Empfänger nicht:',
          '',
          `  ${taro}`,
          '    host mail.example.jp [192.0.2.7]',
          `    SMTP error from remote mail server after RCPT TO:<${taro}>:`,
          '    550 5.1.1 Empfänger unbekannt',
        ],
      },
      ['bounce', line(taro, '5.1.1', 550, 'unknown-recipient')],
    ],
    [
      'Exim: the alias that led there stands behind',
      {
        subject: 'Mail delivery failed: returning message to sender',
        lines: [
          'The following address(es) failed:',
          '',
          `  ${taro}`,
          '    (generated from members@alias.example)',
          '    host mail.example.jp [192.0.2.7]: 552 over quota',
        ],
      },
      ['bounce', line(taro, null, 552, 'mailbox-full')],
    ],
    [
      'Exim: nobody answered for days',
      {
        subject: 'Mail delivery failed: returning message to sender',
        lines: ['The following address(es) failed:', '', `  ${taro}`, '    retry timeout exceeded'],
      },
      ['delay', line(taro, null, null, 'expired')],
    ],
    [
      'Exim: no host answered for a long time',
      {
        subject: 'Mail delivery failed: returning message to sender',
        lines: [
          'The following address(es) failed:',
          '',
          `  ${taro}`,
          "    all hosts for 'example.jp' have been failing for a long time (and retry time not reached)",
        ],
      },
      ['delay', line(taro, null, null, 'expired')],
    ],
    [
      'Exim: our own address was refused, whatever is said of users',
      {
        subject: 'Mail delivery failed: returning message to sender',
        lines: [
          'The following address(es) failed:',
          '',
          `  ${taro}`,
          '    SMTP error from remote mail server after MAIL FROM:<news@tenant.example> SIZE=2048:',
          '    host mail.example.jp [192.0.2.7]: 550 5.1.1 no such user',
        ],
      },
      ['bounce', line(taro, '5.1.1', 550, 'policy')],
    ],
    [
      'Exim: refused before a word was said',
      {
        subject: 'Mail delivery failed: returning message to sender',
        lines: [
          'The following address(es) failed:',
          '',
          `  ${taro}`,
          '    SMTP error from remote mail server after initial connection:',
          '    host mail.example.jp [192.0.2.7]: 550 go elsewhere',
        ],
      },
      ['bounce', line(taro, null, 550, 'blocked')],
    ],
    [
      'Exim: the command in its own line is no word of the reply',
      {
        subject: 'Mail delivery failed: returning message to sender',
        lines: [
          'The following address(es) failed:',
          '',
          `  ${taro}`,
          `    SMTP error from remote mail server after RCPT TO:<${taro}>:`,
          '    host mail.example.jp [192.0.2.7]: 550 we do not have time for bulk mail',
        ],
      },
      ['bounce', line(taro, null, 550, 'spam')],
    ],
    [
      'Exim: still trying',
      {
        subject: 'Warning: message 1aBcDe-000001-AB delayed 24 hours',
        lines: [
          'This message was created automatically by mail delivery software.',
          'A message that you sent has not yet been delivered to one or more of its',
          'recipients after more than 24 hours on the queue on mx.example.jp.',
          '',
          'The address to which the message has not yet been delivered is:',
          '',
          `  ${taro}`,
          '',
          'No action is required on your part. Delivery attempts will continue for',
          'some time. Eventually the mail delivery software will give up, and then',
          'the message will be returned to you.',
        ],
      },
      ['delay', line(taro, null, null, 'expired (not final)')],
    ],
    [
      'qmail: refused at RCPT',
      {
        subject: 'failure notice',
        lines: [
          "I'm afraid I wasn't able to deliver your message to the following addresses.",
          '',
          `<${taro}>:`,
          '192.0.2.7 does not like recipient.',
          'Remote host said: 550 unknown user',
          'Giving up on 192.0.2.7.',
        ],
      },
      ['bounce', line(taro, null, 550, 'unknown-recipient')],
    ],
    [
      'qmail: refused with its content, and words that say nothing',
      {
        subject: 'failure notice',
        lines: [
          "I'm afraid I wasn't able to deliver your message to the following addresses.",
          '',
          `<${taro}>:`,
          '192.0.2.7 failed after I sent the message.',
          'Remote host said: 550 nothing doing',
        ],
      },
      ['bounce', line(taro, null, 550, 'policy')],
    ],
    [
      'qmail: a loop',
      {
        subject: 'failure notice',
        lines: [
          "I'm afraid I wasn't able to deliver your message to the following addresses.",
          '',
          `<${taro}>:`,
          'This message is looping: it already has my Delivered-To line. (#5.4.6)',
        ],
      },
      ['bounce', line(taro, '5.4.6', null, 'unreachable')],
    ],
    [
      'masqmail: the cause stands behind the list',
      {
        subject: 'Mail Delivery Failure Notice',
        lines: [
          'Sorry, but your mail could not be delivered to all recipients.',
          'Delivery to the following recipients failed permanently and has been given',
          'up:',
          '',
          `        ${taro}`,
          '',
          'This error message may give you a hint about what caused the failure:',
          '',
          '<- 550 5.1.1 unknown',
        ],
      },
      ['bounce', line(taro, '5.1.1', 550, 'unknown-recipient')],
    ],
  ])('%s', (_, { lines, ...parts }, expected) => {
    expect(told(aNotice({ ...parts, lines: [...lines, '', ...quoted] }))).toEqual(expected);
  });
});
