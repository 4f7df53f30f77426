import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aNewsletter } from './testing.js';
import { subscribersScene } from './testing/subscribers-scene.js';
import type { SubscribersScene } from './testing/subscribers-scene.js';
import { linkIn, submit, wish } from './testing/visitor.js';
import type { Answer } from './testing/visitor.js';

let { app, clock, sink, mails, stop } = {} as SubscribersScene;
let tenantId: TenantId;
let path: string;

beforeAll(async () => {
  ({ app, clock, sink, mails, stop } = await subscribersScene());
});

afterAll(() => stop());

beforeEach(async () => {
  const tenant = await activeTenant(app);
  tenantId = tenant.tenantId;
  await aNewsletter(app, tenantId, { slug: 'weekly', title: 'みかん便り' });
  path = `/t/${tenant.slug}/weekly`;
  clock.advance({ days: 1 });
  await app.drain.runDue();
  sink.mails.length = 0;
});

const post = (
  to: string,
  form: Readonly<Record<string, string>> = {},
  ip?: string,
): Promise<Answer> => submit(app, to, form, ip);

const rows = (sql: string): Promise<Record<string, unknown>[]> =>
  app.get(Database).inTenant(tenantId, (tx) => tx.query(sql));

describe('budgets', () => {
  it('spare a mailbox: one mail in ten minutes, three a day, for all tenants together', async () => {
    const other = await activeTenant(app);
    await aNewsletter(app, other.tenantId, { slug: 'other' });
    const targets = [path, `/t/${other.slug}/other`];
    clock.set('2026-06-01T00:00:00+09:00');
    let count = 0;
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      await post(targets[Math.floor(minute / 10) % 2] ?? path, wish('victim@example.jp'));
      const before = count;
      count += (await mails()).length;
      if (count > before) expect(minute % 10).toBe(0);
      clock.advance({ minutes: 5 });
    }
    expect(count).toBe(3);
  });

  it('hold one origin to five an hour without a solved challenge, an IPv6 network being one', async () => {
    for (let i = 0; i < 8; i++) {
      await post(path, wish(`v4-${i}@example.jp`), '192.0.2.77');
      await post(path, wish(`v6-${i}@example.jp`), `2001:db8:1:2::${i + 1}`);
    }
    await app.drain.runDue();
    const to = sink.mails.map((mail) => mail.to.slice(0, 2)).sort();
    expect(to).toEqual([...Array<string>(5).fill('v4'), ...Array<string>(5).fill('v6')]);
  });
});

describe('at the same moment', () => {
  it('30 sign-ups of one address make one person and one mail', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => post(path, wish('taro@example.jp'), `10.0.0.${i}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await mails()).length).toBe(1);
    expect(await rows(`SELECT status FROM subscriptions`)).toEqual([{ status: 'pending' }]);
  });

  it('20 confirmations make one reader, one welcome and one consent record', async () => {
    await post(path, wish('taro@example.jp'));
    const link = linkIn((await mails())[0], 'confirm');
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(link)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await mails()).length).toBe(1);
    expect(await rows(`SELECT delta FROM subscriber_changes WHERE delta <> 0`)).toEqual([
      { delta: 1 },
    ]);
    expect(await rows(`SELECT FROM consent_records`)).toHaveLength(1);
  });
});
