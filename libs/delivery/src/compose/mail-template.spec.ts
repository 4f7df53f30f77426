import { emailAddress } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { MailingContent } from '../domain/mailing-content.js';
import { campaignHeaders, readerHeaders } from './list-headers.js';
import { MailTemplate } from './mail-template.js';

const content: MailingContent = {
  subject: '{{ subscriber.name | default: "お客様" }}へ春のお知らせ',
  preheader: '今週の<特集> & {{ subscriber.name }}',
  text: 'こんにちは、{{ subscriber.name | default: "お客様" }}さん。\nhttps://shop.example.jp/春?a=1&b=2 をご覧ください。\n.ドットで始まる行\n',
  html: '<html><body class="x"><p>{{ subscriber.name }}</p><a href="https://shop.example.jp/?a=1&amp;b=2">店</a></body></html>',
  newsletterIds: [],
  sender: {
    name: '飛脚ニュース編集部、とても長い名前のお店',
    fromAddress: 'news@example.jp',
    replyTo: 'reply@example.jp',
  },
  footer: {
    text: '配信停止 {{ links.unsubscribe }}',
    html: '<p><a href="{{ links.unsubscribe }}">配信停止</a></p>',
  },
  tracking: true,
  locale: 'ja',
};

const common = (from: MailingContent): string =>
  campaignHeaders({
    content: from,
    newsletter: { listId: 'news.t1.mail.example.jp', title: '季節のたより' },
    tenantId: 't1',
    campaignId: 'c1',
    mailDomain: 'mail.example.jp',
  });

const links = {
  unsubscribe: 'https://m.example.jp/u/abc',
  preferences: 'https://m.example.jp/p/abc',
  pixel: 'https://m.example.jp/o/x.gif',
  tracked_0: 'https://m.example.jp/c/0',
  tracked_1: 'https://m.example.jp/c/1',
};

const write = (of: MailingContent, name: string | null, to = 'taro@example.jp'): string =>
  new MailTemplate(of, 'b-c1')
    .compose(
      {
        to: emailAddress(to),
        date: new Date('2026-04-01T00:00:00Z'),
        messageId: '<m1-abc@mail.example.jp>',
        headers: readerHeaders({
          oneClick: 'https://m.example.jp/one-click/abc',
          mailto: 'mailto:u-abc@mail.example.jp?subject=unsubscribe',
          preferences: links.preferences,
          feedbackId: 'b1-abc@mail.example.jp',
        }),
        merge: { subscriber: { name }, newsletter: { title: '季節のたより' }, links },
      },
      common(of),
    )
    .toString('latin1');

const headersOf = (raw: string): string[] => raw.slice(0, raw.indexOf('\r\n\r\n')).split('\r\n');

describe('MailTemplate', () => {
  it('writes a mail that another program reads back as it was meant', async () => {
    const raw = write(content, '太郎 <b>&');
    const mail = await simpleParser(raw);
    expect({
      subject: mail.subject,
      from: mail.from?.value,
      replyTo: mail.replyTo?.value,
      to: mail.to && 'value' in mail.to ? mail.to.value : undefined,
      date: mail.date,
      messageId: mail.messageId,
    }).toEqual({
      subject: '太郎 <b>&へ春のお知らせ',
      from: [{ name: content.sender.name, address: 'news@example.jp' }],
      replyTo: [{ name: content.sender.name, address: 'reply@example.jp' }],
      to: [{ name: '', address: 'taro@example.jp' }],
      date: new Date('2026-04-01T00:00:00Z'),
      messageId: '<m1-abc@mail.example.jp>',
    });
    expect(mail.text?.trimEnd()).toBe(
      'こんにちは、太郎 <b>&さん。\nhttps://shop.example.jp/春?a=1&b=2 をご覧ください。\n.ドットで始まる行\n\n配信停止 https://m.example.jp/u/abc',
    );
    expect(String(mail.html)).toContain('<p>太郎 &lt;b&gt;&amp;</p>');
    expect(String(mail.html)).toContain('今週の&lt;特集&gt; &amp; 太郎 &lt;b&gt;&amp;</div><p>');
    expect(String(mail.html)).toContain('<a href="https://m.example.jp/c/0">店</a>');
    expect(String(mail.html)).toContain('<a href="https://m.example.jp/u/abc">配信停止</a>');
    expect(String(mail.html)).toMatch(/o\/x\.gif"[^>]*>\s*<\/body>/);
  });

  it('carries each header once, in the form the standards ask for', () => {
    const fields = write(content, null)
      .split('\r\n\r\n')[0]
      ?.replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n');
    expect(fields?.filter((f) => !/^(From|Reply-To|Subject):/.test(f))).toEqual([
      'List-Id: <news.t1.mail.example.jp>',
      'List-Owner: <mailto:reply@example.jp>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Feedback-ID: c1:t1:newsletter:mail.example.jp',
      'CFBL-Address: complaints@mail.example.jp; report=arf',
      'Precedence: bulk',
      'X-Auto-Response-Suppress: All',
      'To: <taro@example.jp>',
      'Date: Wed, 01 Apr 2026 00:00:00 +0000',
      'Message-ID: <m1-abc@mail.example.jp>',
      'List-Unsubscribe: <https://m.example.jp/one-click/abc>, <mailto:u-abc@mail.example.jp?subject=unsubscribe>',
      'List-Help: <https://m.example.jp/p/abc>',
      'CFBL-Feedback-ID: b1-abc@mail.example.jp',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b-c1"',
    ]);
  });

  it.each([
    ['short', '春'],
    ['long', '春のお知らせと新しい商品のご案内'.repeat(12)],
    ['emoji', '🌸'.repeat(60)],
    ['families of code points', '👨‍👩‍👧‍👦'.repeat(15)],
    ['half-width kana', 'ｶﾀｶﾅ ﾊﾝｶｸ '.repeat(9).trim()],
    ['English', 'News of the season, every week and with more words than fit on one line of mail'],
    ['looks encoded', '=?UTF-8?B?ZXZpbA==?='],
  ])('encodes a subject that is %s', async (_, subject) => {
    for (const source of [subject, `{{ subscriber.name }}`]) {
      const raw = write({ ...content, subject: source }, subject);
      const lines = headersOf(raw);
      expect(lines.filter((line) => line.length > 78)).toEqual([]);
      expect(raw.split('\r\n').filter((line) => line.length > 998)).toEqual([]);
      for (const word of raw.match(/=\?UTF-8\?[BQ]\?[^?]*\?=/gi) ?? [])
        expect(word.length).toBeLessThanOrEqual(75);
      if (!subject.startsWith('=?')) expect((await simpleParser(raw)).subject).toBe(subject);
    }
  });

  it('lets no value break out of its header', async () => {
    const raw = write(
      { ...content, subject: '{{ subscriber.name }}' },
      'x\r\nBcc: a@example.jp\r\n\r\nhello\u2028',
    );
    expect(headersOf(raw).filter((line) => /^Bcc/i.test(line))).toEqual([]);
    expect((await simpleParser(raw)).subject).toBe('x Bcc: a@example.jp hello');
  });

  it('has no bare CR or LF and no byte beyond ASCII', () => {
    const raw = write(content, '太郎\n次郎\r三郎');
    expect(raw.replaceAll('\r\n', '')).toMatch(/^[\x20-\x7e]*$/);
  });

  it('quotes an old carrier address', () => {
    expect(headersOf(write(content, null, 'a..b.@docomo.ne.jp'))).toContain(
      'To: <"a..b."@docomo.ne.jp>',
    );
  });

  it('is plain text alone where there is no HTML', async () => {
    const mail = await simpleParser(write({ ...content, html: null, tracking: false }, null));
    expect([mail.html, mail.text?.split('\n')[0]]).toEqual([false, 'こんにちは、お客様さん。']);
  });
});
