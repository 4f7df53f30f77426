import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { aMail } from '#lib/bounces/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { InboundServer } from './index.js';
import { handOver, inboundParts } from './testing.js';

const domain = 'mail.hikyaku.test';
const clock = new MovableClock('2026-04-30T09:00:00+09:00');

let app: TestApp;
let port: number;
let operator: TestClient;
let sakura: Awaited<ReturnType<typeof activeTenant>>;
let ume: Awaited<ReturnType<typeof activeTenant>>;

beforeAll(async () => {
  app = await startApp({
    ...inboundParts,
    clock,
    env: { INBOUND_PORT: '0', MAIL_DOMAIN: domain, DNS_SERVERS: '127.0.0.1:9' },
  });
  port = await app.get(InboundServer).start();
  operator = await operatorClient(app);
  sakura = await activeTenant(app, { slug: 'sakura' });
  ume = await activeTenant(app, { slug: 'ume' });
});

afterAll(async () => {
  await app.get(InboundServer).stop();
  await app.stop();
});

beforeEach(() => {
  clock.advance({ days: 1 });
});

const send = async (to: string, raw: Uint8Array): Promise<void> => {
  await handOver(port, { from: 'taro@example.jp', to: `${to}@${domain}`, raw });
};

interface Shown {
  readonly id: string;
  readonly subject: string;
  readonly arrivedAt: string;
}

const shown = async (subject: string): Promise<Shown[]> => {
  const inbox = await operator.get('/api/v1/operator/contract-inbox');
  const desk = await operator.get('/api/v1/operator/inquiries');
  const all = [...inbox.body.mails, ...desk.body.items] as Shown[];
  return all.filter((letter) => letter.subject === subject);
};

const outcomesToday = async (): Promise<unknown[]> => {
  const { byDay } = (await operator.get('/api/v1/operator/inbound/summary')).body as {
    byDay: { day: string; outcome: string; messages: number }[];
  };
  const today = byDay[0]?.day;
  return byDay
    .filter(({ day }) => day === today)
    .map(({ outcome, messages }) => [outcome, messages]);
};

const letter = (subject: string, ...more: string[]): Uint8Array =>
  aMail(...more, 'From: taro@example.jp', `Subject: ${subject}`, '', '更新しません。');

describe('a letter whose sender lost our answer and hands it over again', () => {
  it.each(['notice', 'notice-sakura', 'support', 'support-sakura', 'postmaster', 'abuse'])(
    'to %s is shown once, with its first arrival, and counted',
    async (to) => {
      const subject = `to ${to}`;
      const mailId = `Message-ID: <${to}@example.jp>`;
      const arrivedAt = clock.now().toISOString();
      await send(to, letter(subject, mailId));
      await app.drain.runDue();
      clock.advance({ minutes: 30 });
      await send(to, letter(subject, 'Received: from mx2.example.jp', mailId));
      await send(to, letter(subject, mailId));
      await app.drain.runDue();
      expect(await shown(subject)).toMatchObject([{ arrivedAt }]);
      expect(await outcomesToday()).toEqual([
        ['ignored-repeated', 2],
        [to.startsWith('notice') ? 'notice' : 'inquiry', 1],
      ]);
    },
  );

  it('counts as the first one also where both wait to be sorted, and two sort', async () => {
    const subject = 'at the same time';
    const arrivedAt = clock.now().toISOString();
    await send('notice', letter(subject));
    clock.advance({ minutes: 1 });
    await send('notice', letter(subject));
    await Promise.all([app.drain.runDue(), app.drain.runDue()]);
    expect(await shown(subject)).toMatchObject([{ arrivedAt }]);
  });

  it('stays the one that somebody has dealt with', async () => {
    const subject = 'dealt with';
    await send('notice', letter(subject, 'Message-ID: <3@example.jp>'));
    await app.drain.runDue();
    const [kept] = await shown(subject);
    const settled = await operator.post(`/api/v1/operator/contract-mails/${kept?.id}/termination`, {
      tenantId: sakura.tenantId,
    });
    expect(settled.status).toBe(201);
    await send('notice', letter(subject, 'Message-ID: <3@example.jp>'));
    await app.drain.runDue();
    expect(await shown(subject)).toEqual([]);
  });
});

it('letters that differ are two: written again, by somebody else, or to another tenant', async () => {
  const subject = 'two of them';
  const id = 'Message-ID: <4@example.jp>';
  await send('notice-sakura', letter(subject, id));
  await send('notice-ume', letter(subject, id));
  await send('notice-sakura', letter(subject, 'Message-ID: <5@example.jp>'));
  await send(
    'notice-sakura',
    aMail(id, 'From: jiro@example.jp', `Subject: ${subject}`, '', '更新しません。'),
  );
  await app.drain.runDue();
  expect(await shown(subject)).toMatchObject(
    [sakura, ume, sakura, sakura].map(({ tenantId }) => ({ tenantId })),
  );
});
