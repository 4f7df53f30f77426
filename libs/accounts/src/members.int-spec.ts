import { MovableClock } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import {
  accountsParts,
  aMember,
  anonymousClient,
  operatorClient,
  postedTo,
  registeredTenant,
  testPassword,
} from './testing.js';
import type { TestAnswer } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ ...accountsParts, clock });
});

afterAll(() => app.stop());

let last = 0;
const newAddress = (): string => `guest${++last}@example.jp`;

const tokenFor = async (address: string): Promise<string> =>
  (await postedTo(app, address))[0]?.link.split('/').at(-1) ?? '';

const accept = (token: string, form: object = {}): Promise<TestAnswer> =>
  anonymousClient(app.url).post('/api/v1/invitations/accept', {
    token,
    name: '佐藤 次郎',
    password: testPassword,
    ...form,
  });

const codes = (answers: readonly TestAnswer[]): unknown[] =>
  answers.map(({ status, body }) => [status, body?.code]);

describe('an invitation', () => {
  it('goes out by mail and makes its reader a member, once', async () => {
    const { client, tenantId, slug } = await registeredTenant(app);
    const email = newAddress();
    const invited = await client.post('/api/v1/invitations', { email, role: 'editor' });
    expect([invited.status, Object.keys(invited.body)]).toEqual([201, ['id']]);
    expect(await postedTo(app, email)).toMatchObject([
      {
        subject: 'テスト商店 のメール配信に招待されました',
        text: expect.stringContaining('2026年4月8日(水) 09:00'),
      },
    ]);
    const token = await tokenFor(email);
    const shown = await anonymousClient(app.url).post('/api/v1/invitations/show', { token });
    expect(shown.body).toEqual({
      tenantName: 'テスト商店',
      email,
      role: 'editor',
      expiresAt: '2026-04-08T00:00:00.000Z',
    });

    const race = await Promise.all(Array.from({ length: 8 }, () => accept(token)));
    expect(race.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(7).fill(404)]);
    const members = await client.get('/api/v1/members');
    expect(members.body.items).toHaveLength(2);
    expect(members.body.items).toContainEqual({
      id: expect.any(String),
      name: '佐藤 次郎',
      email,
      role: 'editor',
      createdAt: clock.now().toISOString(),
    });
    const signedIn = await anonymousClient(app.url).post('/api/v1/session', {
      email,
      password: testPassword,
      tenant: slug,
    });
    expect([signedIn.status, signedIn.body.tenantId]).toEqual([200, tenantId]);
    expect((await client.get('/api/v1/invitations')).body).toEqual({ items: [] });
  });

  it('is void when expired, withdrawn, replaced, or made up', async () => {
    const { client } = await registeredTenant(app);
    const [expired, withdrawn, replaced] = [newAddress(), newAddress(), newAddress()];
    const invite = (email: string): Promise<TestAnswer> =>
      client.post('/api/v1/invitations', { email, role: 'owner' });
    await invite(expired);
    const { id } = (await invite(withdrawn)).body;
    await invite(replaced);
    const tokens = await Promise.all([expired, withdrawn, replaced].map(tokenFor));
    expect((await client.delete(`/api/v1/invitations/${id}`)).status).toBe(204);
    clock.advance({ milliseconds: 1 });
    await invite(replaced.toUpperCase());
    clock.advance({ days: 7, milliseconds: -1 });
    expect(codes(await Promise.all([...tokens, 'x'].map((token) => accept(token))))).toEqual(
      Array(4).fill([404, 'accounts.invitation-not-found']),
    );
    expect((await client.delete(`/api/v1/invitations/${id}`)).status).toBe(404);
    expect((await client.get('/api/v1/invitations')).body.items).toHaveLength(2);
  });

  it('says what is wrong with a form and stays open', async () => {
    const { client, email: taken } = await registeredTenant(app);
    const email = newAddress();
    await client.post('/api/v1/invitations', { email, role: 'viewer' });
    const token = await tokenFor(email);
    const answers = [
      await accept(token, { password: 'short' }),
      await accept(token, { password: email }),
      await accept(token, { name: '' }),
      await accept(token, { role: 'owner' }),
      await client.post('/api/v1/invitations', { email: taken, role: 'viewer' }),
      await client.post('/api/v1/invitations', { email: 'a b@example.jp', role: 'viewer' }),
      await client.post('/api/v1/invitations', { email, role: 'admin' }),
    ];
    expect(codes(answers)).toEqual([
      [422, 'accounts.password-too-short'],
      [422, 'accounts.password-too-plain'],
      [422, 'request.invalid'],
      [422, 'request.invalid'],
      [409, 'accounts.already-member'],
      [422, 'accounts.bad-address'],
      [422, 'request.invalid'],
    ]);
    expect(answers[5]?.body).toMatchObject({
      field: 'email',
      detail: expect.stringContaining('空白'),
    });
    expect((await accept(token)).status).toBe(204);
  });

  it('has a page that shows on GET and acts on POST, in the language of the reader', async () => {
    const { client } = await registeredTenant(app, { name: '<b>商店</b> & Co' });
    const email = newAddress();
    await client.post('/api/v1/invitations', { email, role: 'viewer' });
    const url = `${app.url}/invitation/${await tokenFor(email)}`;
    const page = async (lang: string, form?: Record<string, string>): Promise<[number, string]> => {
      const response = await fetch(url, {
        headers: { Accept: 'text/html', 'Accept-Language': lang },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      });
      return [response.status, await response.text()];
    };
    for (let look = 0; look < 2; look++) {
      const [status, html] = await page('ja');
      expect([status, html.includes('招待を受ける'), html.includes('&lt;b&gt;商店')]).toEqual([
        200,
        true,
        true,
      ]);
    }
    const [slipped, again] = await page('en', { name: '"><script>', password: 'aaaaaaaaaaaa' });
    expect([slipped, again.includes('easy to guess'), again.includes('<script>')]).toEqual([
      422,
      true,
      false,
    ]);
    expect(again).toContain('value="&#34;&gt;&lt;script&gt;"');
    const [joined, done] = await page('en', { name: 'Hanako', password: testPassword });
    expect([joined, done.includes('You have joined')]).toEqual([200, true]);
    const [gone, notice] = await page('en');
    expect([gone, notice.includes('was used')]).toEqual([404, true]);
  });
});

describe('a member', () => {
  it('loses rights at once when the role changes or the member is removed', async () => {
    const { tenantId, slug, client } = await registeredTenant(app);
    const editor = await aMember(app, { tenantId, slug, role: 'editor' });
    expect((await editor.client.get('/api/v1/members')).status).toBe(200);
    await client.patch(`/api/v1/members/${editor.memberId}`, { role: 'viewer' });
    expect((await editor.client.get('/api/v1/members')).status).toBe(403);
    expect((await client.delete(`/api/v1/members/${editor.memberId}`)).status).toBe(204);
    expect((await editor.client.get('/api/v1/settings/sender')).status).toBe(401);
    expect((await client.delete(`/api/v1/members/${editor.memberId}`)).status).toBe(404);
  });

  it('who is the last owner stays, whatever two owners do to each other at once', async () => {
    const { client, memberId } = await registeredTenant(app);
    const of = (id: string): string => `/api/v1/members/${id}`;
    const alone = [
      await client.delete(of(memberId)),
      await client.patch(of(memberId), { role: 'viewer' }),
    ];
    expect(codes(alone)).toEqual(Array(2).fill([409, 'accounts.last-owner']));

    for (let round = 0; round < 10; round++) {
      const a = await registeredTenant(app);
      const b = await aMember(app, { ...a, role: 'owner' });
      await Promise.all([a, b].map((owner) => owner.client.get('/api/v1/session')));
      await Promise.all([
        a.client.patch(of(b.memberId), { role: 'viewer' }),
        b.client.delete(of(a.memberId)),
      ]);
      const owners = await app
        .get(Database)
        .inTenant(a.tenantId, (tx) => tx.query(`SELECT FROM members WHERE role = 'owner'`));
      expect(owners).toHaveLength(1);
    }
  });
});

describe('tenants and operators', () => {
  it('a tenant is registered by an admin, and its first owner invited', async () => {
    const admin = await operatorClient(app);
    const ownerEmail = newAddress();
    const tenant = { slug: 'sakura', name: '桜書店', locale: 'en', ownerEmail };
    const registered = await admin.post('/api/v1/operator/tenants', tenant);
    expect(registered.status).toBe(201);
    expect((await admin.get(`/api/v1/operator/tenants/${registered.body.id}`)).body).toEqual({
      id: registered.body.id,
      slug: 'sakura',
      name: '桜書店',
      locale: 'en',
      createdAt: clock.now().toISOString(),
    });
    expect(await postedTo(app, ownerEmail)).toMatchObject([
      { subject: 'You are invited to the newsletters of 桜書店' },
    ]);
    expect(
      codes([
        await admin.post('/api/v1/operator/tenants', tenant),
        await admin.post('/api/v1/operator/tenants', { ...tenant, slug: 'Sakura!' }),
        await admin.post('/api/v1/operator/tenants', { ...tenant, slug: 'ume', ownerEmail: '@' }),
        await admin.get('/api/v1/operator/tenants?cursor=nonsense'),
        await admin.get(
          `/api/v1/operator/tenants/${String(registered.body.id).replace(/.$/, 'x')}`,
        ),
      ]),
    ).toEqual([
      [409, 'accounts.slug-taken'],
      [422, 'accounts.bad-slug'],
      [422, 'accounts.bad-address'],
      [422, 'request.bad-cursor'],
      [404, 'request.not-found'],
    ]);
  });

  it('are listed page by page, each once', async () => {
    const admin = await operatorClient(app);
    for (let i = 0; i < 5; i++) await registeredTenant(app);
    const all = (await admin.get('/api/v1/operator/tenants?limit=200')).body.items;
    const read: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: TestAnswer = await admin.get(
        `/api/v1/operator/tenants?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      read.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(read).toEqual(all);
    const { slug } = await registeredTenant(app, { name: '楓文具' });
    const found = async (search: string): Promise<unknown[]> =>
      (await admin.get(`/api/v1/operator/tenants?search=${encodeURIComponent(search)}`)).body.items;
    const line = { slug, name: '楓文具', members: 1, lastSeenAt: null, frozen: false };
    expect([await found('楓文'), await found(slug.toUpperCase()), await found('%')]).toEqual([
      [expect.objectContaining(line)],
      [expect.objectContaining(line)],
      [],
    ]);
  });

  it('an admin adds and removes operators, but not the last admin', async () => {
    const fresh = await startApp({ ...accountsParts, clock });
    try {
      const admin = await operatorClient(fresh);
      const email = newAddress();
      const added = await admin.post('/api/v1/operator/operators', {
        email,
        name: '鈴木',
        role: 'support',
        password: testPassword,
      });
      const { id: own } = (await admin.get('/api/v1/session')).body;
      const list = (await admin.get('/api/v1/operator/operators')).body.items;
      const of = (id: string): string => `/api/v1/operator/operators/${id}`;
      expect(list).toHaveLength(2);
      const createdAt = clock.now().toISOString();
      const line = { id: added.body.id, name: '鈴木', email, role: 'support', createdAt };
      expect(list).toContainEqual(line);
      const answers = [
        await admin.delete(of(own)),
        await admin.delete(of(added.body.id)),
        await admin.delete(of(added.body.id)),
      ];
      expect(codes(answers)).toEqual([
        [409, 'accounts.last-admin'],
        [204, undefined],
        [404, 'accounts.operator-not-found'],
      ]);
    } finally {
      await fresh.stop();
    }
  });
});
