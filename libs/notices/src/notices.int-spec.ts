import { MovableClock, asTenantId, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { Inbox, NoteBounce, NoticesModule, PostNotice } from './index.js';
import { noticesJobs } from './jobs.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const tenantId = asTenantId(newId(clock.now()));
const seen: { from: string; to: string[]; mail: ParsedMail }[] = [];
let answer: { code: number; text: string } | undefined;
let app: TestApp;

/** A relay that keeps what it takes; `answer` is what it says to RCPT TO instead of 250. */
const relay = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => {
    done(answer && Object.assign(new Error(answer.text), { responseCode: answer.code }));
  },
  onData: (stream, session, done) => {
    void simpleParser(stream).then((mail) => {
      const { mailFrom, rcptTo } = session.envelope;
      seen.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        mail,
      });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening));
  const { port } = relay.server.address() as AddressInfo;
  app = await startApp({
    modules: [NoticesModule],
    jobs: [noticesJobs],
    clock,
    env: { SMTP_URL: `smtp://127.0.0.1:${port}` },
  });
});

afterAll(async () => {
  await app.stop();
  await new Promise<void>((closed) => {
    relay.close(closed);
  });
});

beforeEach(() => {
  answer = undefined;
  seen.length = 0;
});

const post = (): Promise<string> =>
  app.get(Database).inTenant(tenantId, (tx) =>
    app.get(PostNotice).within(tx, {
      tenantId,
      kind: 'accounts.greeting',
      to: { name: '髙橋 "花" <子>', address: 'hanako@example.jp' },
      locale: 'ja',
      subject: '招待のお知らせ',
      text: '髙橋様\nhttps://example.jp/invitation/abc\n',
    }),
  );

const rowOf = async (id: string): Promise<unknown> => {
  const rows = await app
    .get(Database)
    .asSystem((tx) =>
      tx.query('SELECT kind, body, sent_at, refused_at FROM notices WHERE id = $1', [id]),
    );
  return rows[0];
};

describe('a notice', () => {
  it('reaches the relay as posted, and its text is kept no longer', async () => {
    const id = await post();
    await app.drain.runDue();
    const relayed = seen.map(({ from, to, mail }) => ({
      envelope: { from, to },
      from: mail.from?.value,
      to: mail.to && 'value' in mail.to ? mail.to.value : [],
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
      date: mail.date,
      auto: mail.headers.get('auto-submitted'),
    }));
    expect(relayed).toEqual([
      {
        envelope: { from: '', to: ['hanako@example.jp'] },
        from: [{ name: 'Hikyaku', address: 'notice@mail.hikyaku.test' }],
        to: [{ name: '髙橋 "花" <子>', address: 'hanako@example.jp' }],
        subject: '招待のお知らせ',
        text: '髙橋様\nhttps://example.jp/invitation/abc\n',
        messageId: `<${id}@mail.hikyaku.test>`,
        date: clock.now(),
        auto: 'auto-generated',
      },
    ]);
    expect(await rowOf(id)).toEqual({
      kind: 'accounts.greeting',
      body: null,
      sent_at: clock.now(),
      refused_at: null,
    });
  });

  it('is noted as refused and not tried again when the relay says so for good', async () => {
    answer = { code: 550, text: '5.1.1 No such user' };
    const id = await post();
    await app.drain.runDue();
    answer = undefined;
    await app.drain.runDue();
    expect({ row: await rowOf(id), seen }).toEqual({
      row: { kind: 'accounts.greeting', body: null, sent_at: null, refused_at: clock.now() },
      seen: [],
    });
  });

  it('keeps waiting when the relay cannot take it now, and its text goes after seven days', async () => {
    answer = { code: 451, text: '4.3.0 Try again later' };
    const id = await post();
    await expect(app.drain.runDue()).rejects.toThrow('451');
    const waiting = { kind: 'accounts.greeting', sent_at: null, refused_at: null };
    await app.drain.sweep();
    expect(await rowOf(id)).toMatchObject({ ...waiting, body: expect.stringContaining('abc') });
    clock.advance({ days: 7, milliseconds: 1 });
    await app.drain.sweep();
    expect(await rowOf(id)).toEqual({ ...waiting, body: null });
  });

  it('does not leave when the change it tells of fails', async () => {
    const failing = app.get(Database).inTenant(tenantId, async (tx) => {
      await app.get(PostNotice).within(tx, {
        tenantId,
        kind: 'test.greeting',
        to: { address: 'x@example.jp' },
        locale: 'en',
        subject: 'x',
        text: 'x',
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await app.drain.runDue()).toBe(0);
    expect(seen).toEqual([]);
  });
});

describe('a notice that must be proved', () => {
  const document = { name: '通知.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7') };

  const postLasting = (): Promise<string> =>
    app.get(Database).inTenant(tenantId, (tx) =>
      app.get(PostNotice).within(tx, {
        tenantId,
        kind: 'test.lasting',
        template: 'test.lasting/1',
        to: { address: 'hanako@example.jp' },
        locale: 'ja',
        subject: '通知',
        text: '本文\n',
        document,
      }),
    );

  const shown = (id: string): Promise<unknown> =>
    app.get(Database).inTenant(tenantId, (tx) => app.get(Inbox).get(tx, tenantId, id));

  it('is kept with its document, arrives with the 250, and has not arrived once it bounces', async () => {
    const id = await postLasting();
    const posted = { id, kind: 'test.lasting', channel: 'mail', subject: '通知', text: '本文\n' };
    const files = { documents: [{ name: '通知.pdf', type: 'application/pdf' }] };
    expect(await shown(id)).toMatchObject({ ...posted, ...files, sentAt: null, arrivedAt: null });
    await app.drain.runDue();
    const [mail] = seen;
    expect([mail?.from, mail?.mail.attachments.map(({ filename }) => filename)]).toEqual([
      `returned-${id.replaceAll('-', '')}@mail.hikyaku.test`,
      ['通知.pdf'],
    ]);
    const sentAt = clock.now();
    expect(await shown(id)).toMatchObject({
      ...posted,
      sentAt,
      arrivedAt: sentAt,
      bouncedAt: null,
    });
    const returned = mail?.from ?? '';
    const bounce = (): Promise<boolean> =>
      app.get(Database).asSystem((tx) => app.get(NoteBounce).within(tx, returned));
    expect([await bounce(), await bounce()]).toEqual([true, true]);
    expect(await shown(id)).toMatchObject({
      ...posted,
      sentAt,
      arrivedAt: null,
      bouncedAt: sentAt,
    });
  });

  it('has not arrived when its failure is reported before the relay’s answer is written down', async () => {
    const id = await postLasting();
    const returned = `returned-${id.replaceAll('-', '')}@mail.hikyaku.test`;
    await app.get(Database).asSystem((tx) => app.get(NoteBounce).within(tx, returned));
    await app.drain.runDue();
    expect(await shown(id)).toMatchObject({
      sentAt: clock.now(),
      arrivedAt: null,
      bouncedAt: clock.now(),
    });
  });

  it('that is refused at once has bounced', async () => {
    answer = { code: 550, text: '5.1.1 No such user' };
    const id = await postLasting();
    await app.drain.runDue();
    expect(await shown(id)).toMatchObject({
      text: '本文\n',
      sentAt: null,
      arrivedAt: null,
      bouncedAt: clock.now(),
    });
  });

  it('gives its document byte for byte, and to its tenant alone', async () => {
    const id = await postLasting();
    const read = (reader: typeof tenantId): Promise<Buffer> =>
      app
        .get(Database)
        .inTenant(reader, async (tx) => (await app.get(Inbox).document(tx, reader, id, 0)).content);
    expect(await read(tenantId)).toEqual(document.content);
    const stranger = asTenantId(newId(clock.now()));
    await expect(read(stranger)).rejects.toThrow('notices.not-found');
    await app.drain.runDue();
  });
});
