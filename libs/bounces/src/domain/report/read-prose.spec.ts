import { describe, expect, it } from '@jest/globals';
import { aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';

describe('readReport: mailers that write for people only', () => {
  it.each([
    [
      'Postfix without a part for machines',
      {
        subject: 'Undelivered Mail Returned to Sender',
        lines: [
          'This is the mail system at host mx.example.jp.',
          '',
          'For help write to <helpdesk@mx.example.jp>.',
          '',
          `<${taro}>: host mail.example.jp[192.0.2.7] said: 550 5.1.1 <${taro}>:`,
          '    Recipient address rejected: User unknown in virtual mailbox table (in',
          '    reply to RCPT TO command)',
        ],
      },
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'qmail',
      {
        subject: 'failure notice',
        lines: [
          'Hi. This is the qmail-send program at mx.example.jp.',
          "I'm afraid I wasn't able to deliver your message to the following addresses.",
          "This is a permanent error; I've given up. Sorry it didn't work out.",
          '',
          `<${taro}>:`,
          '192.0.2.7 does not like recipient.',
          'Remote host said: 552 Quota exceeded for this mailbox',
          '',
          '--- Below this line is a copy of the message.',
          '',
        ],
      },
      line(taro, null, 552, 'mailbox-full'),
    ],
    [
      'qmail without the domain',
      {
        subject: 'failure notice',
        lines: [
          "I wasn't able to deliver your message to the following addresses.",
          '',
          `<${taro}>:`,
          "Sorry, I couldn't find any host named example.jp. (#5.1.2)",
          '',
          '--- Below this line is a copy of the message.',
          '',
        ],
      },
      line(taro, '5.1.2', null, 'bad-domain'),
    ],
    [
      'Exim, with the recipient in a header field',
      {
        subject: 'Mail delivery failed: returning message to sender',
        headers: [`X-Failed-Recipients: ${taro}`],
        lines: [
          'A message that you sent could not be delivered to one or more of its',
          'recipients. This is a permanent error. The following address(es) failed:',
          '',
          `  ${taro}`,
          `    SMTP error from remote mail server after RCPT TO:<${taro}>:`,
          '    host mail.example.jp [192.0.2.7]: 550 No such person at this address',
          '',
          '------ This is a copy of the message, including all the headers. ------',
          '',
        ],
      },
      line(taro, null, 550, 'unknown-recipient'),
    ],
    [
      'Exim, refused with the content',
      {
        subject: 'Mail delivery failed: returning message to sender',
        headers: [`X-Failed-Recipients: ${taro}`],
        lines: [
          'The following address(es) failed:',
          '',
          `  ${taro}`,
          '    SMTP error from remote mail server after end of data:',
          '    host mail.example.jp [192.0.2.7]: 554 This message looks like unsolicited mail',
        ],
      },
      line(taro, null, 554, 'spam'),
    ],
    [
      'Sendmail of old: the cause stands before the verdict',
      {
        subject: 'Returned mail: User unknown',
        lines: [
          '   ----- Transcript of session follows -----',
          'While talking to mail.example.jp:',
          `>>> RCPT To:<${taro}>`,
          '<<< 550 nobody of that name here',
          `550 <${taro}>... User unknown`,
          '',
          '   ----- Unsent message follows -----',
        ],
      },
      line(taro, null, 550, 'unknown-recipient'),
    ],
    [
      'OpenSMTPD',
      {
        subject: 'Delivery status notification: error',
        lines: [
          'An error has occurred while attempting to deliver a message for',
          'the following list of recipients:',
          '',
          `${taro}: 552 5.2.2 mailbox over quota`,
          '',
          'Below is a copy of the original message:',
          '',
        ],
      },
      line(taro, '5.2.2', 552, 'mailbox-full'),
    ],
  ])('%s', (_, { lines, ...parts }, expected) => {
    const raw = aNotice({ ...parts, lines: [...lines, ...quoted] });
    expect(told(raw)).toEqual(['bounce', expected]);
  });

  it('tells several recipients apart', () => {
    const raw = aNotice({
      subject: 'failure notice',
      lines: [
        'I was unable to deliver your message to the following addresses.',
        '',
        '<a@example.jp>:',
        'Remote host said: 550 5.1.1 no such user',
        '',
        '<b@example.jp>:',
        'Remote host said: 550 5.7.1 rejected for policy reasons',
      ],
    });
    expect(told(raw)).toEqual([
      'bounce',
      line('a@example.jp', '5.1.1', 550, 'unknown-recipient'),
      line('b@example.jp', '5.7.1', 550, 'policy'),
    ]);
  });

  it('takes of the addresses that merely occur the one that was written to', () => {
    const lines = [
      `Your message to ${taro} could not be delivered. For help write to help@mx.example.jp.`,
      '',
      ...quoted,
    ];
    expect(told(aNotice({ lines }))).toEqual(['bounce', line(taro, null, null, 'other')]);
  });

  it('does not say of one recipient what was said of the other', () => {
    const lines = ['<a@example.jp>: later, perhaps', '', '<b@example.jp>: 550 5.1.1 no such user'];
    expect(told(aNotice({ lines }))).toEqual([
      'bounce',
      line('a@example.jp', null, null, 'other'),
      line('b@example.jp', '5.1.1', 550, 'unknown-recipient'),
    ]);
  });

  it('ends a sentence with its paragraph', () => {
    const lines = [
      `${taro}: no MX found for its domain`,
      '',
      'Please try again: some failures are temporary.',
    ];
    expect(told(aNotice({ lines }))).toEqual(['bounce', line(taro, null, null, 'bad-domain')]);
  });

  it('reads the fields for machines where a mailer writes them into the text', () => {
    const raw = aNotice({
      lines: [
        'The mail could not be delivered:',
        '',
        'Reporting-MTA: dns; mx.example.jp',
        '',
        `Final-Recipient: rfc822; ${taro}`,
        'Action: failed',
        'Status: 5.2.2',
        ...quoted,
      ],
    });
    expect(told(raw)).toEqual(['bounce', line(taro, '5.2.2', null, 'mailbox-full')]);
  });
});
