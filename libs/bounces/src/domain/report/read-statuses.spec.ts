import { describe, expect, it } from '@jest/globals';
import { aMail, aReport } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';
import { readReport } from './read-report.js';

const taro = 'taro@example.jp';
const failed = ['Action: failed', 'Status: 5.1.1'];
const unknown = line(taro, '5.1.1', null, 'unknown-recipient');

describe('readReport: who the recipient is', () => {
  it.each([
    ['plain', [`Final-Recipient: rfc822;${taro}`], taro],
    ['in angle brackets', [`Final-Recipient: rfc822; <${taro}>`], taro],
    ['with a comment', [`Final-Recipient: rfc822;${taro} (Taro Yamada)`], taro],
    ['in quotation marks of its sender', [`Final-Recipient: RFC822;'${taro}'`], taro],
    ['with the kind of address twice', [`Final-Recipient: rfc822;SMTP:${taro}`], taro],
    ['without a kind', [`Final-Recipient: ${taro}`], taro],
    ['with a kind of space before it', [`Final-Recipient :  rfc822 ; ${taro}`], taro],
    ['with a quoted local part', ['Final-Recipient: rfc822;"a b"@example.jp'], '"a b"@example.jp'],
    ['old carriers’ dots', ['Final-Recipient: rfc822;a..b.@docomo.ne.jp'], 'a..b.@docomo.ne.jp'],
    [
      'what we wrote to, where theirs is a directory’s name',
      [`Original-Recipient: rfc822;${taro}`, 'Final-Recipient: x400;/C=jp/O=example/S=taro'],
      taro,
    ],
    [
      'what we wrote to, where theirs is a local name',
      [`Original-Recipient: rfc822;${taro}`, 'Final-Recipient: LOCAL;taro'],
      taro,
    ],
    [
      'where it was forwarded to, as only that one failed',
      ['Original-Recipient: rfc822;members@alias.example', `Final-Recipient: rfc822;${taro}`],
      taro,
    ],
  ])('%s', (_, fields, recipient) => {
    const { recipients } = readReport(aReport({ status: ['', ...fields, ...failed] }));
    expect(recipients.map((each) => each.recipient)).toEqual([recipient]);
  });

  it('the one to whom the returned mail was sent, where no field names anybody', () => {
    const text = new TextDecoder()
      .decode(aReport({ status: ['', 'Final-Recipient: rfc822; taro', ...failed] }))
      .replace('From: news@tenant.example', `To: ${taro}`);
    expect(told(new TextEncoder().encode(text))).toEqual(['bounce', unknown]);
  });
});

describe('readReport: what becomes of fields that stray', () => {
  const final = `Final-Recipient: rfc822; ${taro}`;

  it.each([
    ['the action in another word', [final, 'Action: failure', 'Status: 5.1.1'], unknown],
    ['a bounce', [final, 'Action: bounced', 'Status: 5.1.1'], unknown],
    [
      'two diagnostic codes',
      [final, ...failed, 'Diagnostic-Code: x-mailer; gone', 'Diagnostic-Code: smtp; 550 no user'],
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'a blank line between the two recipients of one group',
      [`Original-Recipient: rfc822; ${taro}`, '', final, ...failed],
      unknown,
    ],
    [
      'the action before the recipient',
      ['Action: failed', 'Status: 5.1.1', final, 'Remote-MTA: dns; mail.example.jp'],
      unknown,
    ],
    [
      'a reply in quotation marks',
      [final, 'Action: failed', "Diagnostic-Code: smtp;550-'5.1.1 no user'"],
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'a reply with a colon behind it',
      [final, 'Action: failed', 'Diagnostic-Code: smtp; 552: quota'],
      line(taro, null, 552, 'mailbox-full'),
    ],
    [
      'a reply in place of the status',
      [final, 'Action: failed', 'Status: 550 5.1.1 no user', 'Diagnostic-Code: 550 5.1.1 no user'],
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'what a retry met, within the words of the one who gave up',
      [
        final,
        'Action: failed',
        'Status: 4.4.7',
        'Diagnostic-Code: smtp; 554 4.4.7 expired: <452 4.2.2 full>',
      ],
      line(taro, '4.2.2', 554, 'mailbox-full'),
    ],
    [
      'a version that looks like a status',
      [final, ...failed, 'Diagnostic-Code: smtp; 550 Exim 4.92.3: no such user'],
      line(taro, '5.1.1', 550, 'unknown-recipient'),
    ],
    [
      'a special status in a general group',
      [final, 'Action: failed', 'Status: 5.0.0 (permanent failure)'],
      line(taro, '5.0.0', null, 'other'),
    ],
  ])('%s', (_, fields, expected) => {
    expect(told(aReport({ status: ['Reporting-MTA: dns; mx', '', ...fields] }))).toEqual([
      'bounce',
      expected,
    ]);
  });

  it.each(['utf-16le', 'utf-16be'])('%s in base64', (charset) => {
    const text = ['「報告」', final, ...failed].join('\r\n');
    const bytes = Array.from(text).flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return charset === 'utf-16le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
    });
    const status = [btoa(String.fromCharCode(...bytes))];
    expect(told(aReport({ status, encoding: 'base64', charset }))).toEqual(['bounce', unknown]);
  });

  it('reads the outer of two reports: the one that was returned is not about us', () => {
    const inner = new TextDecoder()
      .decode(aReport({ status: ['Final-Recipient: rfc822; jiro@example.jp', ...failed] }))
      .replaceAll('=_edge', 'inner');
    const outer = new TextDecoder()
      .decode(aReport({ status: [final, 'Action: failed', 'Status: 5.2.2'] }))
      .replace('From: news@tenant.example', inner);
    expect(told(new TextEncoder().encode(outer))).toEqual([
      'bounce',
      line(taro, '5.2.2', null, 'mailbox-full'),
    ]);
  });

  it('takes a report apart from a person’s letter that has one attached', () => {
    const report = new TextDecoder().decode(aReport({ status: [final, ...failed] }));
    const parts = report.slice(report.indexOf('This is a MIME'));
    const mail = aMail(
      'From: Hanako <hanako@example.jp>',
      'Subject: Fwd: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/mixed; boundary="=_edge"',
      '',
      parts,
    );
    expect(told(mail)).toEqual(['not-a-bounce']);
  });

  it('knows the headers of an internationalised message as returned', () => {
    const mail = aMail(
      'From: MAILER-DAEMON@mx.example.jp',
      'Subject: Undelivered Mail',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Could not be delivered: user unknown',
      '--b',
      'Content-Type: message/global-headers',
      '',
      'From: news@tenant.example',
      'To: 太郎@example.jp',
      '--b--',
    );
    expect(told(mail)).toEqual([
      'bounce',
      line('太郎@example.jp', null, null, 'unknown-recipient'),
    ]);
  });
});
