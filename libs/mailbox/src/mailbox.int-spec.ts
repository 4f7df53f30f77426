import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MovableClock } from '#lib/kernel';
import { Log } from '#platform/log';
import { createTransport } from 'nodemailer';
import { Mailbox, type MailboxOptions } from './index.js';

const now = '2026-01-31T23:59:59.000+09:00';
const receivedAt = new Date(now);

let directory: string;
let mailbox: Mailbox;
let running: Mailbox[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hikyaku-mailbox-'));
  running = [];
  mailbox = await start();
});

afterEach(async () => {
  for (const each of running) await each.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('what arrives', () => {
  test('is kept with its envelope, octet by octet, and read as a mail program does', async () => {
    const content = Buffer.from(
      [
        'From: =?utf-8?B?44GK5bqX?= <shop@example.jp>',
        'To: Taro <taro@example.jp>',
        'Subject: =?iso-2022-jp?B?GyRCJCpDTiRpJDsbKEI=?=',
        'X-Folded: one',
        '\ttwo',
        'MIME-Version: 1.0',
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain; charset=iso-2022-jp',
        '',
        '\x1b$B$*CN$i$;\x1b(B',
        '..leading dot',
        '--b',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>お知らせ</p>',
        '--b--',
        '',
      ].join('\r\n'),
    );
    await send({ to: ['Taro@example.jp', 'hanako@example.jp'], content });
    const [message] = mailbox.find();
    expect(message).toEqual({
      id: '000000001',
      receivedAt,
      from: 'b-1@bounce.example.jp',
      to: ['Taro@example.jp', 'hanako@example.jp'],
    });
    expect(await mailbox.read('000000001')).toEqual(content);
    expect(await mailbox.open('000000001')).toEqual({
      subject: 'お知らせ',
      from: '"お店" <shop@example.jp>',
      to: '"Taro" <taro@example.jp>',
      headers: [
        { name: 'From', value: '=?utf-8?B?44GK5bqX?= <shop@example.jp>' },
        { name: 'To', value: 'Taro <taro@example.jp>' },
        { name: 'Subject', value: '=?iso-2022-jp?B?GyRCJCpDTiRpJDsbKEI=?=' },
        { name: 'X-Folded', value: 'one\ttwo' },
        { name: 'MIME-Version', value: '1.0' },
        { name: 'Content-Type', value: 'multipart/alternative; boundary=b' },
      ],
      text: 'お知らせ\n..leading dot',
      html: '<p>お知らせ</p>',
      attachments: [],
    });
  });

  test('is found by a whole recipient or a part of one, newest first', async () => {
    for (const to of ['taro@example.jp', 'jiro.taro@example.jp', 'TARO@example.jp']) {
      await send({ to: [to] });
    }
    const ids = (wanted?: Parameters<Mailbox['find']>[0]): string[] =>
      mailbox.find(wanted).map(({ id }) => id);
    expect({
      all: ids(),
      to: ids({ to: 'taro@EXAMPLE.jp' }),
      search: ids({ search: 'JIRO' }),
      both: ids({ to: 'taro@example.jp', search: 'jiro' }),
      nobody: mailbox.count({ to: 'aro@example.jp' }),
    }).toEqual({
      all: ['000000003', '000000002', '000000001'],
      to: ['000000003', '000000001'],
      search: ['000000002'],
      both: [],
      nobody: 0,
    });
  });

  test('can be waited for', async () => {
    const waiting = mailbox.whenArrived({ to: 'taro@example.jp' }, 2);
    await send({ to: ['taro@example.jp'] });
    await send({ to: ['hanako@example.jp'] });
    await send({ to: ['taro@example.jp'] });
    expect((await waiting).map(({ id }) => id)).toEqual(['000000003', '000000001']);
  });

  test('survives a restart, but for the oldest beyond the limit and half-written ones', async () => {
    for (const to of ['a@example.jp', 'b@example.jp', 'c@example.jp']) await send({ to: [to] });
    const before = mailbox.find();
    await writeFile(join(directory, '000000004.mail'), '{"receivedAt":"2026-');
    const again = await start({ keep: 2 });
    expect(again.find()).toEqual(before.slice(0, 2));
    await send({ to: ['d@example.jp'], port: again.port });
    expect(again.find().map(({ id, to }) => [id, ...to])).toEqual([
      ['000000005', 'd@example.jp'],
      ['000000003', 'c@example.jp'],
    ]);
    expect((await readdir(directory)).sort()).toEqual(['000000003.mail', '000000005.mail']);
    await again.clear();
    expect(await readdir(directory)).toEqual([]);
    expect(again.count()).toBe(0);
  });

  test('in numbers and at once is all there', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: mailbox.port, pool: true });
    const numbers = Array.from({ length: 300 }, (_, n) => n);
    await Promise.all(
      numbers.map((n) =>
        transport.sendMail({ from: 'shop@example.jp', to: `r${n}@example.jp`, text: String(n) }),
      ),
    );
    transport.close();
    const texts = await Promise.all(mailbox.find().map(async ({ id }) => mailbox.open(id)));
    expect(new Set(texts.map(({ text }) => Number(text)))).toEqual(new Set(numbers));
  });
});

describe('recipients that misbehave', () => {
  test.each([
    ['refuse-taro@example.jp', '550 5.1.1 User unknown'],
    ['full-taro@example.jp', '452 4.2.2 Mailbox full'],
    ['block-taro@example.jp', '550 5.7.1 Sender refused by policy'],
    ['defer-taro@example.jp', '451 4.7.1 Greylisted, please try again later'],
  ])('%s answers %s', async (recipient, response) => {
    await expect(send({ to: [recipient] })).rejects.toMatchObject({ response });
    expect(mailbox.count()).toBe(0);
  });

  test('defer-… takes the same envelope at the second try', async () => {
    const to = ['defer-taro@example.jp'];
    await expect(send({ to })).rejects.toMatchObject({ responseCode: 451 });
    await send({ to });
    await expect(send({ to, from: 'another@bounce.example.jp' })).rejects.toMatchObject({
      responseCode: 451,
    });
    expect(mailbox.count()).toBe(1);
  });

  test('one refused recipient does not keep the mail from the others', async () => {
    await send({ to: ['refuse-taro@example.jp', 'hanako@example.jp'] });
    expect(mailbox.find().map(({ to }) => to)).toEqual([['hanako@example.jp']]);
  });

  test('addresses that break the rules are taken', async () => {
    await send({ to: ['abc..def.@docomo.ne.jp'] });
    expect(mailbox.find().map(({ to }) => to)).toEqual([['"abc..def."@docomo.ne.jp']]);
  });
});

describe('bounce-… recipients', () => {
  test('accept, then report to the envelope sender what it asked to have repeated', async () => {
    const sender = await start({ directory: join(directory, 'sender') });
    mailbox.sendReportsTo({ host: '127.0.0.1', port: sender.port });
    const dsn = {
      id: 'c42',
      return: 'headers',
      notify: 'failure',
      recipient: 'Bounce-T@example.jp',
    };
    await send({ to: ['bounce-t@example.jp', 'hanako@example.jp'], dsn });
    const [report] = await sender.whenArrived();
    expect(report).toEqual({
      id: '000000001',
      receivedAt,
      from: '',
      to: ['b-1@bounce.example.jp'],
    });
    const { subject, headers, text, attachments } = await sender.open('000000001');
    expect({ subject, attachments }).toEqual({
      subject: 'Undelivered Mail Returned to Sender',
      attachments: [{ name: '', type: 'text/rfc822-headers', size: expect.any(Number) }],
    });
    expect(headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-replied' });
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'Original-Envelope-Id: c42',
        'Original-Recipient: rfc822;Bounce-T@example.jp',
        'Final-Recipient: rfc822; bounce-t@example.jp',
        'Action: failed',
        'Status: 5.1.1',
      ]),
    );
    expect(mailbox.find().map(({ to }) => to)).toEqual([
      ['bounce-t@example.jp', 'hanako@example.jp'],
    ]);
  });

  test('report nothing about the null sender or where the sender wants no report', async () => {
    const sender = await start({ directory: join(directory, 'sender') });
    mailbox.sendReportsTo({ host: '127.0.0.1', port: sender.port });
    await send({ to: ['bounce-t@example.jp'], from: '' });
    await send({ to: ['bounce-t@example.jp'], dsn: { notify: 'never' } });
    await mailbox.stop();
    expect(sender.count()).toBe(0);
  });
});

async function start(options: Partial<MailboxOptions> = {}): Promise<Mailbox> {
  const started = new Mailbox(new MovableClock(now), new Log('silent'));
  await started.start({ directory, port: 0, ...options });
  running.push(started);
  return started;
}

async function send(mail: {
  to: string[];
  from?: string;
  content?: Buffer;
  port?: number;
  dsn?: object;
}): Promise<void> {
  const { to, from = 'b-1@bounce.example.jp', content = 'Subject: x\r\n\r\nx', port, dsn } = mail;
  const transport = createTransport({ host: '127.0.0.1', port: port ?? mailbox.port });
  try {
    await transport.sendMail({ envelope: { from, to }, raw: content, ...(dsn && { dsn }) });
  } finally {
    transport.close();
  }
}
