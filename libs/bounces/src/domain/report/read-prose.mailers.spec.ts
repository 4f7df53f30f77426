import { describe, expect, it } from '@jest/globals';
import { aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';

describe('readReport: what free mailers write, by the shape that their sources give it', () => {
  it.each([
    [
      'Sendmail 8 without a part for machines',
      {
        subject: 'Returned mail: see transcript for details',
        lines: [
          '   ----- The following addresses had permanent fatal errors -----',
          `<${taro}>`,
          '    (reason: 552 5.2.2 Over quota)',
          '    (expanded from: <members@alias.example>)',
          '',
          '   ----- Transcript of session follows -----',
          '... while talking to mail.example.jp.:',
          '>>> DATA',
          '<<< 552 5.2.2 Over quota',
        ],
      },
      ['bounce', line(taro, '5.2.2', 552, 'mailbox-full')],
    ],
    [
      'Sendmail: what it makes of a reply is not the reply',
      {
        subject: 'Returned mail: see transcript for details',
        lines: [
          '   ----- The following addresses had permanent fatal errors -----',
          `<${taro}>`,
          '    (reason: 571 message refused)',
          '',
          '   ----- Transcript of session follows -----',
          '... while talking to mail.example.jp.:',
          '>>> DATA',
          '<<< 571 message refused',
          '554 5.0.0 Service unavailable',
        ],
      },
      ['bounce', line(taro, '5.0.0', 571, 'policy')],
    ],
    [
      'Sendmail: still trying',
      {
        subject: 'Warning: could not send message for past 4 hours',
        lines: [
          '    **      THIS IS A WARNING MESSAGE ONLY      **',
          '    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **',
          '',
          '   ----- The following addresses had transient non-fatal errors -----',
          `<${taro}>`,
          '',
          '   ----- Transcript of session follows -----',
          `<${taro}>... Deferred: Connection timed out with mail.example.jp.`,
          'Warning: message still undelivered after 4 hours',
          'Will keep trying until message is 5 days old',
        ],
      },
      ['delay', line(taro, null, null, 'expired (not final)')],
    ],
    [
      'Sendmail on the recipient’s own machine: a name without a domain',
      {
        subject: 'Returned mail: User unknown',
        lines: ['   ----- Transcript of session follows -----', '550 taro... User unknown', ''],
      },
      ['bounce', line(taro, null, 550, 'filtered')],
    ],
    [
      'Sendmail: no such host',
      {
        subject: 'Returned mail: Host unknown (Name server: mail.example.jp: host not found)',
        lines: [
          '   ----- Transcript of session follows -----',
          `550 5.1.2 <${taro}>... Host unknown (Name server: mail.example.jp: host not found)`,
        ],
      },
      ['bounce', line(taro, '5.1.2', 550, 'bad-domain')],
    ],
    [
      'Courier',
      {
        subject: 'NOTICE: mail delivery status.',
        lines: [
          'This is a delivery status notification from mx.example.jp,',
          'running the Courier mail server.',
          '',
          '                           UNDELIVERABLE MAIL',
          '',
          'Your message to the following recipients cannot be delivered:',
          '',
          `<${taro}>:`,
          '     mail.example.jp [192.0.2.7]:',
          `     >>> RCPT TO:<${taro}>`,
          '     <<< 550 no mailbox',
        ],
      },
      ['bounce', line(taro, null, 550, 'unknown-recipient')],
    ],
    [
      'MMDF',
      {
        from: 'MMDF Mail System <mmdf@mx.example.jp>',
        subject: 'Failed mail (msg.aa00042)',
        lines: [
          'Your message could not be delivered to',
          `'${taro} (host: example.jp) (queue: smtp)' for the following`,
          `reason:  ' (USER) Unknown user name in "${taro}"'`,
          '',
          'Your message follows:',
          '',
        ],
      },
      ['bounce', line(taro, null, null, 'unknown-recipient')],
    ],
    [
      'smail',
      {
        subject: 'mail failed, returning to sender',
        lines: [
          '|------------------------- Message log follows: -------------------------|',
          ' no valid recipients were found for this message',
          '|------------------------- Failed addresses follow: ---------------------|',
          ` <${taro}> ... transport smtp: 550 <${taro}>... no such user`,
          '|------------------------- Message text follows: ------------------------|',
        ],
      },
      ['bounce', line(taro, null, 550, 'filtered')],
    ],
    [
      'OpenSMTPD: still trying',
      {
        subject: 'Delivery status notification: delayed delivery',
        lines: [
          'A message is delayed for more than 4 hours for the following',
          'list of recipients:',
          '',
          `${taro}: 421 4.3.2 come back later`,
          '',
          'Please note that this is only a temporary failure report.',
          'You do NOT need to resend the message to those recipients.',
          'We will continue trying for 3 days.',
        ],
      },
      ['delay', line(taro, '4.3.2', 421, 'system (not final)')],
    ],
    [
      'James',
      {
        subject: 'Re: News',
        lines: [
          'Hi. This is the James mail server at mx.example.jp.',
          "I'm afraid I wasn't able to deliver your message to the following addresses.",
          "This is a permanent error; I've given up. Sorry it didn't work out.",
          '',
          taro,
          '',
          'The remote mail server rejected it with: 550 5.2.1 The account is suspended',
        ],
      },
      ['bounce', line(taro, '5.2.1', 550, 'mailbox-inactive')],
    ],
    [
      'XMail',
      {
        from: 'postmaster@example.jp',
        subject: 'Error sending message [000042] from [mx.example.jp]',
        lines: [
          `[<00>] XMail bounce: Rcpt=[${taro}];Error=[552 over quota]`,
          '',
          '[<01>] Error sending message [000042] from [mx.example.jp].',
          '',
          'ID:        <000042>',
          'Mail From: <news@tenant.example>',
          `Rcpt To:   <${taro}>`,
          '',
          '[<02>] The reason of the delivery failure was:',
          '',
          '552 over quota',
        ],
      },
      ['bounce', line(taro, null, 552, 'mailbox-full')],
    ],
    [
      'CommuniGate Pro',
      {
        subject: 'Undeliverable mail: News',
        lines: [
          `Failed to deliver to '${taro}'`,
          'SMTP module(domain example.jp) reports:',
          ' host mail.example.jp says:',
          ' 550 5.1.1 unknown user',
        ],
      },
      ['bounce', line(taro, '5.1.1', 550, 'unknown-recipient')],
    ],
  ])('%s', (_, { lines, ...parts }, expected) => {
    expect(told(aNotice({ ...parts, lines: [...lines, '', ...quoted] }))).toEqual(expected);
  });
});
