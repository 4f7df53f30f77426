import { activeTenant, suspendTenant } from '#lib/contracts/testing';
import { newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActiveCount, Recipients, SubscriberLinks, UnsubscribeByToken } from './index.js';
import type { PersonalLinks } from './index.js';
import { aNewsletter, readersOf, someSubscribers } from './testing.js';
import { subscribersScene } from './testing/subscribers-scene.js';
import type { SubscribersScene } from './testing/subscribers-scene.js';

let { app, clock, sink, mails, stop } = {} as SubscribersScene;
let tenantId: TenantId;
let weekly: string;
let sale: string;
let taro: string;
let links: PersonalLinks;

beforeAll(async () => {
  ({ app, clock, sink, mails, stop } = await subscribersScene());
});

afterAll(() => stop());

const rows = <R = Record<string, unknown>>(sql: string): Promise<R[]> =>
  app.get(Database).inTenant(tenantId, (tx) => tx.query<R>(sql));

beforeEach(async () => {
  ({ tenantId } = await activeTenant(app, { name: 'みかん商店' }));
  weekly = await aNewsletter(app, tenantId, { slug: 'weekly', title: 'みかん便り' });
  sale = await aNewsletter(app, tenantId, { slug: 'sale', title: '特売のお知らせ' });
  await someSubscribers(app, tenantId, weekly, ['taro@example.jp', 'hanako@example.jp']);
  await someSubscribers(app, tenantId, sale, ['taro@example.jp']);
  const readers = await readersOf(app, tenantId);
  taro = readers.find(({ address }) => address === 'taro@example.jp')?.id ?? '';
  const campaignId = newId(clock.now());
  const person = { tenantId, subscriberId: taro, newsletterId: weekly, campaignId };
  links = app.get(SubscriberLinks).of(person);
  await app.drain.runDue();
  sink.mails.length = 0;
  clock.advance({ days: 1 });
});

const at = (link: string): string => link.replace('http://localhost', app.url);

const reads = (): Promise<string[]> =>
  app.get(Database).inTenant(tenantId, async (tx) => {
    const asked = [
      ['weekly', weekly],
      ['sale', sale],
    ] as const;
    const read: string[] = [];
    for (const [name, newsletterId] of asked) {
      const wanted = { subscriberIds: [taro], newsletterIds: [newsletterId] };
      if ((await app.get(Recipients).stillActive(tx, tenantId, wanted)).has(taro)) read.push(name);
    }
    return read;
  });

const count = (): Promise<number> =>
  app.get(Database).inTenant(tenantId, (tx) => app.get(ActiveCount).at(tx, tenantId, clock.now()));

const post = (
  link: string,
  body: string | URLSearchParams | FormData = new URLSearchParams(),
): Promise<Response> =>
  fetch(at(link), { method: 'POST', body, redirect: 'manual', headers: { Accept: 'text/html' } });

const form = 'application/x-www-form-urlencoded';

const multipart = (): FormData => {
  const parts = new FormData();
  parts.set('List-Unsubscribe', 'One-Click');
  return parts;
};

describe('one-click unsubscribing (RFC 8058)', () => {
  it.each([
    ['urlencoded', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    ['multipart', multipart],
    ['without a body', () => ''],
  ])('works %s, without cookie or redirect, again and again', async (_, body) => {
    const answers = [await post(links.oneClick, body()), await post(links.oneClick, body())];
    const seen = answers.map(({ status, headers }) => [
      status,
      headers.get('location'),
      headers.get('set-cookie'),
    ]);
    expect(seen).toEqual([
      [200, null, null],
      [200, null, null],
    ]);
    expect([await reads(), await count()]).toEqual([['sale'], 2]);
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      '【みかん商店】配信を停止しました',
    ]);
  });

  it.each([
    ['in a Japanese charset', { 'Content-Type': `${form}; charset=iso-2022-jp` }, 'a=b'],
    ['said to be packed', { 'Content-Type': form, 'Content-Encoding': 'gzip' }, 'a=b'],
    ['with garbage', { 'Content-Type': form }, '__proto__=\0%'],
    ['larger than we read', { 'Content-Type': form }, `a=${'b'.repeat(300_000)}`],
    ['that is no JSON', { 'Content-Type': 'application/json' }, 'a=b'],
  ])('works with a body %s', async (_, headers, body) => {
    const { status } = await fetch(at(links.oneClick), { method: 'POST', headers, body });
    expect([status, await reads()]).toEqual([200, ['sale']]);
  });

  it('tells who left through which campaign', async () => {
    await post(links.oneClick);
    const facts = await app
      .get(Database)
      .asSystem((tx) => tx.query(`SELECT data FROM outbox WHERE name = 'subscribers.left'`));
    expect(facts).toEqual([
      {
        data: {
          tenantId,
          subscriberId: taro,
          newsletterId: weekly,
          campaignId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    ]);
  });

  it('counts who left by the campaign once, however often the link is used', async () => {
    await post(links.oneClick);
    await post(links.oneClick);
    expect(await rows(`SELECT hour, people FROM campaign_leaves`)).toEqual([
      { hour: clock.now(), people: 1 },
    ]);
  });

  it('is not done by looking: GET and HEAD on every link change nothing', async () => {
    const before = await rows(`SELECT * FROM subscriber_changes ORDER BY id`);
    for (const link of [links.oneClick, links.unsubscribePage, links.preferences])
      for (const method of ['GET', 'HEAD']) {
        const { status } = await fetch(at(link), { method });
        expect([method, link, status]).toEqual([method, link, 200]);
      }
    expect(await rows(`SELECT * FROM subscriber_changes ORDER BY id`)).toEqual(before);
    expect(await mails()).toEqual([]);
  });

  it('does nothing for a token that is not ours', async () => {
    const forged = links.oneClick.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
    const other = links.preferences.replace('/preferences/', '/one-click/');
    expect([(await post(forged)).status, (await post(other)).status]).toEqual([404, 404]);
    expect(await reads()).toEqual(['weekly', 'sale']);
  });

  it('stays one leave under 50 parallel calls', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(links.oneClick)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(
      await rows(`SELECT delta FROM subscriber_changes WHERE to_status = 'unsubscribed'`),
    ).toEqual([{ delta: 0 }]);
    expect((await mails()).length).toBe(1);
  });

  it('still works when the contract rests', async () => {
    await suspendTenant(app, tenantId);
    expect((await post(links.oneClick)).status).toBe(200);
    expect(await reads()).toEqual(['sale']);
  });
});

describe('the unsubscribe page', () => {
  it('ends this newsletter, or all of the sender', async () => {
    const page = await (await fetch(at(links.unsubscribePage))).text();
    expect([page.includes('みかん便り'), page.includes('みかん商店')]).toEqual([true, true]);
    await post(links.unsubscribePage, new URLSearchParams({ scope: 'newsletter' }));
    const one = await reads();
    await post(links.unsubscribePage, new URLSearchParams({ scope: 'all' }));
    expect([one, await reads(), await count()]).toEqual([['sale'], [], 1]);
  });

  it('is reached by mail too', async () => {
    const token = /unsubscribe-([a-z2-7]+)@/.exec(links.mailto)?.[1] ?? '';
    const outcome = await app.get(UnsubscribeByToken).execute({ token, method: 'mail' });
    expect([outcome, await reads()]).toEqual(['done', ['sale']]);
  });

  it('does not end what began after the wish was sent', async () => {
    const token = links.oneClick.split('/').at(-1) ?? '';
    const early = new Date(clock.now().getTime() - 2 * 86_400_000);
    const input = { token, method: 'mail', at: early } as const;
    expect([await app.get(UnsubscribeByToken).execute(input), await reads()]).toEqual([
      'done',
      ['weekly', 'sale'],
    ]);
  });
});

describe('taking it back', () => {
  const undoLink = async (): Promise<string> => {
    const [goodbye] = await mails();
    return /http:\/\/localhost\/undo\/\S+/.exec(goodbye?.text ?? '')?.[0] ?? 'no link';
  };

  it('restores exactly what was left, once', async () => {
    await post(links.unsubscribePage, new URLSearchParams({ scope: 'all' }));
    const undo = await undoLink();
    clock.advance({ days: 6, hours: 23, minutes: 59, seconds: 59, milliseconds: 999 });
    await app.drain.sweep();
    const looked = await fetch(at(undo));
    const left = await reads();
    const back = await post(undo);
    const again = await post(undo);
    expect([looked.status, left, back.status, again.status]).toEqual([200, [], 200, 404]);
    expect([await reads(), await count()]).toEqual([['weekly', 'sale'], 2]);
    expect(await rows(`SELECT method FROM consent_records WHERE method = 'undo'`)).toHaveLength(2);
  });

  it('ends after seven days, when the address is erased and only its hash is kept', async () => {
    await post(links.unsubscribePage, new URLSearchParams({ scope: 'all' }));
    const undo = await undoLink();
    clock.advance({ days: 7 });
    await app.drain.sweep();
    expect((await post(undo)).status).toBe(404);
    expect(
      await rows(
        `SELECT address, address_hash, domain, fields FROM subscribers WHERE id = '${taro}'`,
      ),
    ).toEqual([{ address: null, address_hash: null, domain: null, fields: null }]);
    expect(await rows(`SELECT reason FROM suppressions`)).toEqual([{ reason: 'unsubscribed' }]);
    expect(
      await rows(`SELECT DISTINCT status FROM subscriptions WHERE subscriber_id = '${taro}'`),
    ).toEqual([{ status: 'erased' }]);
    expect(await rows(`SELECT FROM consent_records`)).toHaveLength(3);
  });
});

describe('preferences', () => {
  it('change the newsletters of this tenant, and unticking all leaves', async () => {
    await post(links.preferences, new URLSearchParams({ newsletter: sale }));
    const one = await reads();
    await post(
      links.preferences,
      new URLSearchParams([
        ['newsletter', weekly],
        ['newsletter', sale],
      ]),
    );
    const both = await reads();
    const gone = await post(links.preferences);
    expect([one, both, gone.status, await reads()]).toEqual([
      ['sale'],
      ['weekly', 'sale'],
      200,
      [],
    ]);
    expect(await gone.text()).toContain('配信を停止しました');
  });

  it('cannot reach a newsletter of another tenant', async () => {
    const other = await activeTenant(app);
    const foreign = await aNewsletter(app, other.tenantId);
    const body = new URLSearchParams([
      ['newsletter', weekly],
      ['newsletter', foreign],
    ]);
    expect((await post(links.preferences, body)).status).toBe(200);
    expect(await reads()).toEqual(['weekly']);
    expect(await rows(`SELECT FROM subscriptions WHERE newsletter_id = '${foreign}'`)).toEqual([]);
  });
});
