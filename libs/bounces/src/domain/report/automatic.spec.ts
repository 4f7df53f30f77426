import { describe, expect, it } from '@jest/globals';
import { aMail, aNotice, quoted } from '../../testing/report.builder.js';
import { line, told } from '../../testing/told.js';

const taro = 'taro@example.jp';
const about = line(taro, null, null, '- (not final)');

describe('readReport: automatic answers', () => {
  it.each([
    'Automatic reply: News',
    'Out of Office: News',
    'AUTO: Taro Yamada is out of the office (returning 04/10/2026)',
    '自動応答: News',
    '【自動返信】お問い合わせありがとうございます',
    '不在のお知らせ',
    'Automatische Antwort: News',
    'Abwesenheitsnotiz: News',
    'Réponse automatique : News',
    'Respuesta automática: News',
    'Resposta automática: News',
    'Risposta automatica: News',
    'Automatisch antwoord: News',
    'Autosvar: News',
    'Autoodpowiedź: News',
    'Автоматический ответ: News',
    '自动回复: News',
    '自動回覆: News',
    '자동 회신: News',
  ])('by a subject that programs write: %s', (subject) => {
    const mail = aMail(`From: ${taro}`, `Subject: ${subject}`, '', 'News was not read yet.');
    expect(told(mail)).toEqual(['auto-reply', about]);
  });

  it.each(['Out of Office AutoReply: News', '不在通知'])(
    'by its subject, though it uses the null sender and speaks of delivery: %s',
    (subject) => {
      const lines = ['I cannot be reached, mail is not delivered. メールをお届けできません。'];
      expect(told(aNotice({ from: taro, subject, lines }))).toEqual(['auto-reply', about]);
    },
  );

  it.each([
    ['RFC 3834', 'Auto-Submitted: auto-replied (vacation)'],
    ['Exchange’s rules', 'X-MS-Exchange-Inbox-Rules-Loop: taro@example.jp'],
    ['old programs', 'X-Autoreply: yes'],
    ['old responders', 'X-Autoresponder: yes'],
    ['a word of precedence', 'Precedence: auto_reply'],
    ['hand-made programs', 'X-Mail-Autoreply: autoreply'],
  ])('by a field: %s', (_, field) => {
    const mail = aMail('Return-Path: <>', `From: ${taro}`, field, 'Subject: Away', '', 'Soon.');
    expect(told(mail)).toEqual(['auto-reply', about]);
  });

  it('a challenge that holds our mail back', () => {
    const mail = aNotice({
      from: taro,
      subject: 'Please confirm your message',
      headers: ['Auto-Submitted: auto-replied'],
      lines: [
        'Your message has not been delivered yet: it is held until you confirm it.',
        'It could not be delivered because your address is unknown to me.',
        '',
        ...quoted,
      ],
    });
    expect(told(mail)).toEqual(['auto-reply', about]);
  });

  it.each([
    ['read', 'Read: News', 'displayed', 'Your message was read on Wednesday.'],
    ['thrown away', 'Not read: News', 'deleted', 'Your message was deleted without being read.'],
    ['refused', 'Undeliverable: News', 'failed', 'Your message could not be delivered unread.'],
  ])('a receipt: %s', (_, subject, disposition, words) => {
    const mail = aMail(
      'Return-Path: <>',
      `From: ${taro}`,
      `Subject: ${subject}`,
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      words,
      '--b',
      'Content-Type: message/disposition-notification',
      '',
      `Final-Recipient: rfc822; ${taro}`,
      `Disposition: automatic-action/MDN-sent-automatically; ${disposition}`,
      '--b--',
    );
    expect(told(mail)).toEqual(['auto-reply', about]);
  });
});

describe('readReport: what is no failure', () => {
  it.each([
    [
      'a mailing list that holds our mail for its moderator',
      aMail(
        'Return-Path: <members-bounces@lists.example>',
        'From: members-bounces@lists.example',
        'Subject: Your message to Members awaits moderator approval',
        'Precedence: bulk',
        'Auto-Submitted: auto-generated',
        '',
        'Your mail to \'Members\' with the subject "News" is being held until the list',
        'moderator can review it for approval. The reason it is being held:',
        'Post by non-member to a members-only list. You will receive notification of the',
        'moderator decision. Unable to deliver before.',
      ),
    ],
    [
      'a DMARC aggregate report',
      aMail(
        'Return-Path: <>',
        'From: postmaster@provider.example',
        'Subject: Report Domain: tenant.example Submitter: provider.example Report-ID: <42>',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'This is a DMARC aggregate report for tenant.example. 42 messages failed and were rejected.',
        '--b',
        'Content-Type: application/gzip; name="a.xml.gz"',
        'Content-Transfer-Encoding: base64',
        '',
        'H4sIAAAAAAAA',
        '--b--',
      ),
    ],
    [
      'a report about TLS',
      aMail(
        'Return-Path: <>',
        'From: postmaster@provider.example',
        'Subject: Report Domain: tenant.example Submitter: provider.example Report-ID: <42>',
        'TLS-Report-Domain: tenant.example',
        'Content-Type: multipart/report; report-type="tlsrpt"; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'This is an aggregate TLS report: 3 sessions failed to be delivered.',
        '--b',
        'Content-Type: application/tlsrpt+gzip',
        '',
        'x',
        '--b--',
      ),
    ],
    [
      'a person who asks about a report and quotes it',
      aMail(
        'From: Hanako <hanako@example.jp>',
        'Subject: Re: Undelivered Mail Returned to Sender',
        '',
        'This could not be delivered. What shall I do?',
        '',
        '-----Original Message-----',
        'From: MAILER-DAEMON@mx.example.jp',
        'To: hanako@example.jp',
        'Subject: Undelivered Mail Returned to Sender',
        '',
        '<taro@example.jp>: 550 5.1.1 user unknown',
      ),
    ],
    [
      'a postmaster who writes of maintenance',
      aMail(
        'From: postmaster@provider.example.jp',
        'Subject: メンテナンスのお知らせ',
        '',
        '作業中はメールの配信に失敗することがあります。お問い合わせ: support@provider.example.jp',
      ),
    ],
    [
      'a postmaster who complains',
      aMail(
        'From: Postmaster <postmaster@provider.example.jp>',
        'Subject: Your mail to our users',
        '',
        'Some of your messages could not be delivered. Please write to abuse@provider.example.jp.',
      ),
    ],
    [
      'spam that looks like a report',
      aMail(
        'From: "Mail Team" <service@bad.example>',
        'Subject: Mail delivery failed: 5 messages are waiting',
        'Content-Type: text/html',
        '',
        '<p>Your incoming messages could not be delivered: mailbox full.',
        '<a href="https://bad.example/">Release them</a></p>',
      ),
    ],
    [
      'a delivery that is confirmed in words alone',
      aMail(
        'Return-Path: <>',
        'From: MAILER-DAEMON@mx.example.jp',
        'Subject: Delivery Status Notification (Success)',
        '',
        'Your message was delivered to the following recipients:',
        '',
        taro,
      ),
    ],
  ])('%s', (_, mail) => {
    expect(told(mail)).toEqual(['not-a-bounce']);
  });
});
