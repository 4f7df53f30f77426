import { describe, expect, it } from '@jest/globals';
import { aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';
const postmaster = 'postmaster@example.jp';

describe('readReport: what bought mailers, gateways and providers write', () => {
  it.each([
    [
      'Exchange 5.5',
      {
        from: 'System Administrator <postmaster@example.jp>',
        subject: 'Undeliverable: News',
        lines: [
          'Your message',
          '',
          `  To:      '${taro}'`,
          '  Subject: News',
          '  Sent:    Wed, 1 Apr 2026 09:00:00 +0900',
          '',
          'did not reach the following recipient(s):',
          '',
          `${taro} on Wed, 1 Apr 2026 09:00:09 +0900`,
          '    The recipient name is not recognized',
          '\tThe MTS-ID of the original message is: c=jp;a= ;p=example;l=EX1-042',
          '    MSEXCH:IMS:Example:SITE:EX1 0 (000C05A6) Unknown Recipient',
        ],
      },
      line(taro, null, null, 'unknown-recipient'),
    ],
    [
      'Exchange 2003 by names of its directory: whom the returned mail was for',
      {
        from: 'System Administrator <postmaster@example.jp>',
        subject: 'Undeliverable: News',
        lines: [
          'Your message did not reach some or all of the intended recipients.',
          '',
          'The following recipient(s) could not be reached:',
          '',
          "      'Taro Yamada' on 4/1/2026 9:00 AM",
          '            The e-mail account does not exist at the organization.',
          '            <mx.example.jp #5.1.1>',
        ],
      },
      line(taro, '5.1.1', null, 'unknown-recipient'),
    ],
    [
      'Exchange 2007, for its administrators',
      {
        from: 'Microsoft Exchange <MicrosoftExchange0123456789abcdef0123456789abcdef@example.jp>',
        subject: 'Undeliverable: News',
        lines: [
          'Delivery has failed to these recipients or distribution lists:',
          '',
          'Taro Yamada',
          'The recipient’s mailbox cannot take more. Please try later.',
          '',
          'Diagnostic information for administrators:',
          '',
          'Generating server: ex1.example.jp',
          '',
          taro,
          '#552 5.2.2 STOREDRV.Deliver: mailbox full ##',
          '',
          'Original message headers:',
          '',
        ],
      },
      line(taro, '5.2.2', 552, 'mailbox-full'),
    ],
    [
      'Exchange Online, the server of another quoted',
      {
        from: postmaster,
        subject: 'Undeliverable: News',
        lines: [
          `Your message to ${taro} couldn't be delivered.`,
          "taro wasn't found at example.jp.",
          '',
          taro,
          "Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'",
        ],
      },
      line(taro, '5.1.10', 550, 'unknown-recipient'),
    ],
    [
      'GroupWise',
      {
        from: 'Mailer-Daemon@example.jp',
        subject: 'Message status - undeliverable',
        lines: [
          'The message that you sent was undeliverable to the following:',
          `\t${taro} (550 5.1.1 unknown user)`,
          '',
          'Possibly truncated original message follows:',
          '',
        ],
      },
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'iPlanet and its heirs',
      {
        from: 'Internet Mail Delivery <postmaster@example.jp>',
        subject: 'Delivery Notification: Delivery has failed',
        lines: [
          'This report relates to a message you sent with the following header fields:',
          '',
          '  Message-id: <42@tenant.example>',
          '  Subject: News',
          '',
          'Your message cannot be delivered to the following recipients:',
          '',
          `  Recipient address: ${taro}`,
          '  Original address: members@alias.example',
          '  Reason: Remote SMTP server has rejected address',
          '  Diagnostic code: smtp;550 5.1.1 unknown or illegal alias',
        ],
      },
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'MDaemon',
      {
        subject: 'Permanent Delivery Failure',
        lines: [
          'The attached message had PERMANENT fatal delivery errors!',
          '',
          'After one or more unsuccessful delivery attempts the attached message has',
          'been removed from the mail queue on this server.',
          '',
          'YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS!',
          '',
          `Failed address: ${taro}`,
          '',
          '--- Session Transcript ---',
          ' Wed 2026-04-01 09:00:00: <-- 220 mail.example.jp ready',
          ' Wed 2026-04-01 09:00:00: --> MAIL From:<news@tenant.example>',
          ' Wed 2026-04-01 09:00:00: <-- 250 fine',
          ` Wed 2026-04-01 09:00:01: --> RCPT To:<${taro}>`,
          ' Wed 2026-04-01 09:00:01: <-- 550 unknown user',
          '--- End Transcript ---',
        ],
      },
      line(taro, null, 550, 'unknown-recipient'),
    ],
    [
      'MailEnable',
      {
        from: postmaster,
        subject: 'Message Delivery Failure',
        lines: [
          'MailEnable: Message Delivery Failure.',
          '',
          'The following recipient(s) could not be reached:',
          '',
          `\tRecipient: [SMTP:${taro}]`,
          '\tReason:    Remote SMTP Server Returned: 552 5.2.2 over quota',
        ],
      },
      line(taro, '5.2.2', 552, 'mailbox-full'),
    ],
    [
      'hMailServer',
      {
        subject: 'Message undeliverable: News',
        lines: [
          'Your message did not reach some or all of the intended recipients.',
          '',
          '   Sent: Wed, 1 Apr 2026 09:00:00 +0900',
          '   Subject: News',
          '',
          'The following recipient(s) could not be reached:',
          '',
          taro,
          '   Error Type: SMTP',
          '   Remote server (192.0.2.7) issued an error.',
          `   hMailServer sent: RCPT TO:<${taro}>`,
          '   Remote server replied: 550 unknown',
        ],
      },
      line(taro, null, 550, 'unknown-recipient'),
    ],
    [
      'a gateway whose code is general, and finer in what it quotes',
      {
        subject: 'Delivery Status Notification (Failure)',
        lines: [
          `The following message to <${taro}> was undeliverable.`,
          'The reason for the problem:',
          "5.3.0 - Other mail system problem 554-'5.7.1 not here'",
        ],
      },
      line(taro, '5.7.1', 554, 'policy'),
    ],
    [
      'a gateway: address, an empty line, reason',
      {
        subject: 'Undeliverable message',
        lines: [
          'I was unable to deliver your message to the following addresses:',
          '',
          taro,
          '',
          'Reason: 550 5.1.1 unknown',
        ],
      },
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'a gateway: commands and replies',
      {
        subject: 'Mail could not be delivered',
        lines: [
          `Sent <<< RCPT TO:<${taro}>`,
          'Received >>> 550 unknown',
          '',
          'Could not deliver the message.',
        ],
      },
      line(taro, null, 550, 'unknown-recipient'),
    ],
  ])('%s', (_, { lines, ...parts }, expected) => {
    const raw = aNotice({ ...parts, lines: [...lines, '', ...quoted] });
    expect(told(raw)).toEqual(['bounce', expected]);
  });
});
