import { describe, expect, it } from '@jest/globals';
import { aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';

describe('readReport: mailers that still try', () => {
  it.each([
    [
      'Exchange',
      'Delivery delayed: News',
      [
        'Delivery is delayed to these recipients or groups:',
        '',
        `${taro} (${taro})`,
        '',
        'The server will keep trying to deliver this message for the next 2 days.',
      ],
      'expired',
    ],
    [
      'Gmail',
      'Delivery Status Notification (Delay)',
      [
        '** Delivery incomplete **',
        '',
        `There was a temporary problem delivering your message to ${taro}.`,
        'It will be retried for 47 more hours.',
      ],
      'system',
    ],
    [
      'Courier',
      'WARNING: delayed mail.',
      [
        '                           DELAYED MAIL',
        '',
        'Your message to the following recipients is delayed:',
        '',
        `<${taro}>:`,
        '  452 4.2.2 mailbox full',
      ],
      'mailbox-full',
    ],
    [
      'Domino',
      'DELIVERY DELAYED: News',
      [
        'Your message',
        '',
        'has not been delivered to:',
        '',
        `  ${taro}`,
        '',
        'because:',
        '',
        '  Host not reachable. The router will continue to try.',
      ],
      'expired',
    ],
    [
      'MDaemon',
      'Warning: Delivery Delayed',
      ['This is only a warning.', '', `Affected address: ${taro}`],
      'other',
    ],
    [
      'iPlanet and its heirs',
      'Delivery Notification: Delivery has been delayed',
      [
        `  Recipient address: ${taro}`,
        '  Reason: unable to deliver this message after 4 hours',
        '',
        'The mail system will continue to try to deliver your message.',
      ],
      'expired',
    ],
  ])('%s', (_, subject, lines, reason) => {
    const [kind, said] = told(aNotice({ subject, lines: [...lines, '', ...quoted] }));
    expect([kind, said?.split(' ')[0], said?.endsWith(` ${reason} (not final)`)]).toEqual([
      'delay',
      taro,
      true,
    ]);
  });

  it('a mailer that warned before, and gave up', () => {
    const lines = [
      'The mail, of which we said that delivery is delayed, could not be delivered:',
      'no further attempts will be made.',
      '',
      `<${taro}>: 452 4.2.2 mailbox full`,
      '',
      ...quoted,
    ];
    expect(told(aNotice({ lines }))).toEqual(['bounce', line(taro, '4.2.2', 452, 'mailbox-full')]);
  });
});
