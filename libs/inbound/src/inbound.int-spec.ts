import { aMail, aReportOf, bounceScene } from '#lib/bounces/testing';
import type { BounceScene } from '#lib/bounces/testing';
import { MovableClock } from '#lib/kernel';
import { ActiveCount, SubscriberLinks } from '#lib/subscribers';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';

const domain = 'mail.hikyaku.test';
const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const letter = aMail('From: a@example.jp', 'Subject: Hello', '', 'Hello');

let sink: SmtpSink;
let app: TestApp;
let port: number;
let scene: BounceScene;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({
    ...inboundParts,
    clock,
    env: { SMTP_URL: sink.url, INBOUND_PORT: '0', MAIL_DOMAIN: domain },
  });
  port = await app.get(InboundServer).start();
});

afterAll(async () => {
  await app.get(InboundServer).stop();
  await app.stop();
  await sink.stop();
});

beforeEach(async () => {
  scene = await bounceScene({ app, clock, sink });
});

const activeCount = (): Promise<number> => {
  const { tenantId } = scene.tenant;
  return app
    .get(Database)
    .inTenant(tenantId, (tx) => app.get(ActiveCount).at(tx, tenantId, clock.now()));
};

/** What the spool holds of the messages taken since. */
const spooled = (since: Date): Promise<unknown[]> =>
  app.get(Database).asSystem((tx) =>
    tx.query(
      `SELECT state, recipients, raw IS NULL AS forgotten FROM inbound_messages
         WHERE arrived_at >= $1 ORDER BY id`,
      [since],
    ),
  );

const flip = (address: string, index: number): string =>
  address.slice(0, index) + (address[index] === 'a' ? 'b' : 'a') + address.slice(index + 1);

describe('bounces by the signed return path', () => {
  it('remove a person after three campaigns, and leave nothing in the spool', async () => {
    const since = clock.now();
    for (let i = 0; i < 3; i++) {
      const to = (await scene.sendCampaign()).get('taro@example.jp') ?? '';
      await handOver(port, { to, raw: aReportOf('failed', '550 5.1.1 User unknown') });
      clock.advance({ hours: 24 });
      await app.drain.runDue();
    }
    expect(await activeCount()).toBe(1);
    expect([...(await scene.sendCampaign()).keys()]).toEqual(['hanako@example.jp']);
    expect(await spooled(since)).toEqual(
      [1, 2, 3].map(() => ({ state: 'sorted', recipients: [], forgotten: true })),
    );
  });

  it('are taken whatever letter case the other side writes', async () => {
    const to = (await scene.sendCampaign()).get('taro@example.jp') ?? '';
    expect(await handOver(port, { to: to.toUpperCase(), raw: letter })).toMatch(/^250 /);
  });

  it('are refused when forged', async () => {
    const to = (await scene.sendCampaign()).get('taro@example.jp') ?? '';
    const local = to.indexOf('@');
    const forged = Array.from({ length: local }, (_, index) => flip(to, index));
    const replies: unknown[] = [];
    for (const address of forged)
      replies.push(
        await handOver(port, { to: address, raw: letter }).catch((error: unknown) =>
          Reflect.get(error as object, 'responseCode'),
        ),
      );
    expect(replies).toEqual(forged.map(() => 550));
  });
});

describe('unsubscribing by mail', () => {
  const unsubscribeAddress = async (): Promise<string> => {
    const { newsletterId, tenant } = scene;
    const [row] = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ id: string }>(
          'SELECT id FROM subscribers WHERE tenant_id = $1 AND domain = $2 LIMIT 1',
          [tenant.tenantId, 'example.jp'],
        ),
      );
    const { mailto } = app.get(SubscriberLinks).of({
      tenantId: tenant.tenantId,
      subscriberId: row?.id ?? '',
      campaignId: null,
      newsletterId,
    });
    return new URL(mailto).pathname;
  };

  it('takes effect at once', async () => {
    const to = await unsubscribeAddress();
    await handOver(port, { from: 'taro@example.jp', to, raw: letter });
    await app.drain.runDue();
    expect(await activeCount()).toBe(1);
  });

  it('is refused when forged', async () => {
    const to = flip(await unsubscribeAddress(), 'unsubscribe-'.length + 3);
    await expect(
      handOver(port, { from: 'taro@example.jp', to, raw: letter }),
    ).rejects.toMatchObject({ responseCode: 550 });
  });

  it.each([
    ['a report', '', aReportOf('failed', '550 5.1.1 User unknown')],
    ['a mail without sender', '', letter],
    ['a vacation reply', 'taro@example.jp', aMail('Auto-Submitted: auto-replied', '', 'Away')],
  ])('is not what %s wants', async (_, from, raw) => {
    await handOver(port, { from, to: await unsubscribeAddress(), raw });
    await app.drain.runDue();
    expect(await activeCount()).toBe(2);
  });
});

describe('other mail', () => {
  it('that goes in circles is dropped', async () => {
    clock.advance({ seconds: 1 });
    const since = clock.now();
    const raw = aMail(...Array.from({ length: 31 }, () => 'Received: from a by b'), '', 'Hello');
    await handOver(port, { from: 'a@example.jp', to: `postmaster@${domain}`, raw });
    await app.drain.runDue();
    expect(await spooled(since)).toEqual([{ state: 'dropped', recipients: [], forgotten: true }]);
  });

  it('waits for the sweep when its job is lost', async () => {
    clock.advance({ seconds: 1 });
    const since = clock.now();
    await handOver(port, { from: 'a@example.jp', to: `abuse@${domain}`, raw: letter });
    await app.get(Database).asSystem((tx) => tx.execute('DELETE FROM outbox'));
    clock.advance({ minutes: 11 });
    await app.drain.sweep();
    expect(await spooled(since)).toMatchObject([{ state: 'sorted' }]);
  });
});

/** Speaks SMTP line by line; gives the last line of each reply. */
const converse = (lines: readonly string[]): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const replies: string[] = [];
    const waiting = [...lines, 'QUIT'];
    let text = '';
    socket.setEncoding('latin1');
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(replies);
    });
    socket.on('data', (chunk: string) => {
      text += chunk;
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (line[3] === '-') continue;
        replies.push(line);
        const next = waiting.shift();
        if (next !== undefined) socket.write(`${next}\r\n`);
      }
    });
  });

describe('the door', () => {
  const hello = ['EHLO mx.example.jp', 'MAIL FROM:<a..b.@docomo.ne.jp>'];

  it.each([
    ['a stranger’s mailbox', [...hello, `RCPT TO:<taro@${domain}>`], /^550 5\.1\.1 /],
    ['another domain: no relaying', [...hello, 'RCPT TO:<taro@example.jp>'], /^550 5\.1\.1 /],
    ['postmaster', [...hello, `RCPT TO:<Postmaster@${domain}>`], /^250 /],
    [
      'a message that says it is too big',
      [hello[0] ?? '', 'MAIL FROM:<> SIZE=10485761'],
      /^552 5\.3\.4 /,
    ],
    ['a sign-in', [hello[0] ?? '', 'AUTH PLAIN AHRhcm8AcGFzcw=='], /^50[02] /],
    ['encryption without a certificate', [hello[0] ?? '', 'STARTTLS'], /^50[02] /],
  ])('answers %s', async (_, lines, reply) => {
    const replies = await converse(lines);
    expect(replies[lines.length]).toMatch(reply);
  });

  it('refuses a message that grows too big without having said so', async () => {
    const raw = Buffer.alloc(10 * 1024 * 1024 + 100, 'x'.repeat(70) + '\r\n');
    const since = clock.now();
    await expect(
      handOver(port, { from: 'a@example.jp', to: `postmaster@${domain}`, raw }),
    ).rejects.toMatchObject({ responseCode: 552 });
    expect((await spooled(since)).length).toBe(0);
  });

  it('lets one host open twenty connections', async () => {
    const sockets = Array.from({ length: 21 }, () => connect(port, '127.0.0.1'));
    const greetings = await Promise.all(
      sockets.map(
        (socket) =>
          new Promise<string>((resolve) => {
            socket.once('data', (chunk) => {
              resolve(chunk.toString('latin1').slice(0, 3));
            });
          }),
      ),
    );
    for (const socket of sockets) socket.destroy();
    expect(greetings.toSorted()).toEqual([...Array.from({ length: 20 }, () => '220'), '421']);
  });
});
