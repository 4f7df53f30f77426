import { describe, expect, it } from '@jest/globals';
import { aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';
const jiro = 'jiro@example.jp';
const mailer = 'MAILER-DAEMON@mx.example.jp';

describe('readReport: the words of relays and gateways, as their templates have them', () => {
  it.each([
    [
      'Haraka: all recipients in one line',
      {
        from: mailer,
        subject: 'failure notice',
        lines: [
          "I'm afraid I wasn't able to deliver your message to the following addresses.",
          '',
          `Intended Recipients: <${taro}>, <${jiro}>`,
          'Failure Reason: 552 5.2.2 over quota',
        ],
      },
      [line(taro, '5.2.2', 552, 'mailbox-full'), line(jiro, '5.2.2', 552, 'mailbox-full')],
    ],
    [
      'a gateway of Symantec: what Postfix says at RCPT beside a vague status of policy',
      {
        from: mailer,
        subject: 'Mail Delivery Failure',
        lines: [
          'I was unable to deliver your message to the following addresses:',
          '',
          taro,
          '',
          'Reason: 554 5.7.1 Recipient address rejected: No such user',
        ],
      },
      [line(taro, '5.7.1', 554, 'unknown-recipient')],
    ],
    [
      'Momentum: its own timeout, and why',
      {
        from: mailer,
        subject: 'Mail Delivery Failure',
        lines: [
          'The following address(es) failed:',
          '',
          `>>> ${taro} (reading banner): 554 5.4.7 [internal] message timeout (last transfail: 454 4.4.4 [internal] no MX or A for domain)`,
        ],
      },
      [line(taro, '4.4.4', 554, 'bad-domain')],
    ],
    [
      'SurgeMail: address and reply in lines of their own',
      {
        from: '<postmaster@mx.example.jp>',
        subject: 'Failed mail: Not sent (News)',
        lines: [
          'Your message could not be delivered to',
          '',
          taro,
          '',
          'because: 550 5.1.1 no user',
        ],
      },
      [line(taro, '5.1.1', 550, 'unknown-recipient')],
    ],
    [
      'IceWarp: an indented reply under the address',
      {
        from: mailer,
        subject: 'Mail delivery failed',
        lines: ['Message undeliverable.', '', `<${taro}>`, '   SMTP error 552 5.2.2 mailbox full'],
      },
      [line(taro, '5.2.2', 552, 'mailbox-full')],
    ],
    [
      'IMail: a name that its system does not know',
      {
        from: 'postmaster@mx.example.jp',
        subject: 'Undeliverable Mail',
        lines: [`Invalid final delivery userid: ${taro}`, '', 'Original message follows.'],
      },
      [line(taro, null, null, 'unknown-recipient')],
    ],
    [
      'Stalwart: the whole talk in parentheses',
      {
        from: mailer,
        subject: 'Failed to deliver message',
        lines: [
          'Your message could not be delivered to the following recipients:',
          '',
          `<${taro}> (host 'mx' rejected command 'RCPT TO:<${taro}>' with code 550 (5.1.1) 'no user')`,
        ],
      },
      [line(taro, '5.1.1', 550, 'unknown-recipient')],
    ],
    [
      'German without any code',
      {
        from: mailer,
        subject: 'Unzustellbare E-Mail',
        lines: ['Ihre Mail konnte nicht zugestellt werden:', `<${taro}>: Unbekannter Empfänger`],
        headers: ['Content-Type: text/plain; charset=utf-8'],
      },
      [line(taro, null, null, 'unknown-recipient')],
    ],
  ])('%s', (_, { lines, ...parts }, expected) => {
    const raw = aNotice({ ...parts, lines: [...lines, '', ...quoted] });
    expect(told(raw)).toEqual(['bounce', ...expected]);
  });

  it('takes a warning that names the past hours for what it is: the mail is still tried', () => {
    const raw = aNotice({
      subject: 'Warning--Could not send mail for past 9 hours',
      lines: ['---The following addresses had delivery errors---', '', `${taro} [Timed out]`],
    });
    expect(told(raw)).toEqual(['delay', line(taro, null, null, 'expired (not final)')]);
  });
});
