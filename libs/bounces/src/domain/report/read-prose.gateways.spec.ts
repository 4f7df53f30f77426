import { describe, expect, it } from '@jest/globals';
import { aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';

describe('readReport: directories, gateways and carriers', () => {
  it.each([
    [
      'Exchange',
      {
        from: 'System Administrator <postmaster@example.jp>',
        subject: 'Undeliverable: News',
        lines: [
          'Your message did not reach some or all of the intended recipients.',
          '',
          'The following recipient(s) could not be reached:',
          '',
          `      ${taro} on 4/1/2026 9:00 AM`,
          '            The e-mail account does not exist at the organization.',
          '            <mx.example.jp #5.1.1>',
        ],
      },
      line(taro, '5.1.1', null, 'unknown-recipient'),
    ],
    [
      'Domino',
      {
        from: 'Postmaster@example.jp',
        subject: 'DELIVERY FAILURE: User taro not listed in Domino Directory',
        lines: [
          'Your message',
          '',
          '  Subject: News',
          '',
          'was not delivered to:',
          '',
          `  ${taro}`,
          '',
          'because:',
          '',
          '  User taro not listed in Domino Directory',
        ],
      },
      line(taro, null, null, 'unknown-recipient'),
    ],
    [
      'a mailer that names the reason first',
      {
        from: 'postmaster@example.jp',
        subject: 'Undeliverable Mail: "News"',
        lines: [
          'Your message could not be delivered because of',
          '',
          '550 5.2.1 This mailbox has been suspended',
          '',
          'The following recipients were affected:',
          `    ${taro}`,
        ],
      },
      line(taro, '5.2.1', 550, 'mailbox-inactive'),
    ],
    [
      'IMail: reason and address in one line',
      {
        from: '"Postmaster" <postmaster@example.jp>',
        subject: 'Undeliverable Mail',
        lines: [`Unknown user: ${taro}`, '', 'Original message follows.', ''],
      },
      line(taro, null, null, 'unknown-recipient'),
    ],
    [
      'DragonFly',
      {
        from: 'MAILER-DAEMON <>',
        subject: 'Mail delivery failed',
        lines: [
          `There was an error delivering your mail to <${taro}>.`,
          '',
          'mail.example.jp [192.0.2.7] did not like our RCPT TO:',
          `550 5.1.1 <${taro}>: no such mailbox`,
          '',
          'Message headers follow.',
          '',
        ],
      },
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'a gateway that writes HTML',
      {
        from: 'postmaster@example.jp',
        subject: 'Message could not be delivered',
        headers: ['Content-Type: text/html; charset=utf-8'],
        lines: [
          '<html><style>p { color: red }</style><body><p>Delivery has failed to these recipients:</p>',
          `<p><a href="mailto:${taro}">${taro}</a><br>The mailbox is full &amp; takes no mail.</p></body></html>`,
        ],
      },
      line(taro, null, null, 'mailbox-full'),
    ],
    [
      'a language that we do not read: address and reply suffice',
      {
        from: 'postmaster@example.fr',
        subject: 'Echec de remise',
        lines: [`<${taro}>: 550 5.1.1 utilisateur inconnu`],
      },
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'X.400',
      {
        from: 'postmaster@example.jp',
        subject: 'Delivery report',
        lines: [
          'Your message was not delivered to',
          `  ${taro}`,
          'Diagnostic: unrecognised OR-name',
        ],
      },
      line(taro, null, null, 'unknown-recipient'),
    ],
    [
      'a Japanese carrier',
      {
        from: 'no-reply@carrier.example.jp',
        subject: '=?UTF-8?B?44Oh44O844Or44Ko44Op44O86YCa55+l?=',
        lines: ['送信先のアドレスが見つからないため、送信できませんでした。', `宛先:<${taro}>`],
      },
      line(taro, null, null, 'unknown-recipient'),
    ],
    [
      'nobody named: whom the returned message was for',
      {
        subject: 'Undeliverable message',
        lines: ['Your mail could not be delivered: no valid recipients.', '', 'Original Message:'],
      },
      line(taro, null, null, 'unknown-recipient'),
    ],
  ])('%s', (_, { lines, ...parts }, expected) => {
    const raw = aNotice({ ...parts, lines: [...lines, ...quoted] });
    expect(told(raw)).toEqual(['bounce', expected]);
  });
});
