import { MovableClock } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { AddMember } from './index.js';
import {
  accountsParts,
  anonymousClient,
  operatorClient,
  registeredTenant,
  testPassword,
} from './testing.js';
import type { TestAnswer } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ ...accountsParts, clock, env: { TRUST_PROXY: '1' } });
});

afterAll(() => app.stop());

let lastNetwork = 0;
/** Each caller comes from a network of its own, so that tests do not use up each other's tries. */
const newNetwork = (): string => `198.51.100.${++lastNetwork}`;

const signIn = (
  credentials: object,
  ip = newNetwork(),
  route = '/api/v1/session',
): Promise<TestAnswer> =>
  anonymousClient(app.url, { 'X-Forwarded-For': ip }).post(route, credentials);

const cookieOf = (answer: TestAnswer): string =>
  answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';

const whoAmI = (cookie: string): Promise<TestAnswer> =>
  anonymousClient(app.url, { Cookie: cookie }).get('/api/v1/session');

describe('signing in', () => {
  it('gives a session that says who it is, in a cookie no script and no foreign site can use', async () => {
    const { tenantId, memberId, email } = await registeredTenant(app, { role: 'viewer' });
    const answer = await signIn({ email: ` ${email.toUpperCase()} `, password: testPassword });
    const view = {
      kind: 'member',
      id: memberId,
      tenantId,
      role: 'viewer',
      permissions: ['newsletters.read', 'subscribers.read', 'campaigns.read', 'settings.read'],
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
      secondFactorNeeded: false,
    };
    expect([answer.status, answer.body]).toEqual([200, view]);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^hikyaku_session=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
      ),
      expect.stringMatching(
        /^hikyaku_device=[\w-]{43}; Max-Age=15552000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    expect((await whoAmI(cookieOf(answer))).body).toEqual(answer.body);
  });

  it('answers unknown address, wrong password, other tenant and several tenants alike', async () => {
    const one = await registeredTenant(app);
    const two = await registeredTenant(app);
    const { email } = one;
    const same = { tenantId: two.tenantId, email, name: '二', role: 'owner' as const };
    await app.get(AddMember).execute({ ...same, password: `${testPassword}-2` });
    const other = await registeredTenant(app);
    const tries = [
      { email: 'nobody@example.jp', password: testPassword },
      { email: 'no address', password: testPassword },
      { email: other.email, password: 'wrong' },
      { email: other.email, password: testPassword, tenant: one.slug },
      { email: other.email, password: testPassword, tenant: 'nobody' },
      { email, password: testPassword },
    ];
    const answers = await Promise.all(tries.map((credentials) => signIn(credentials)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect([answers[0]?.status, answers[0]?.body.code]).toEqual([
      401,
      'accounts.wrong-credentials',
    ]);

    const named = await signIn({ email, password: `${testPassword}-2`, tenant: two.slug });
    expect([named.status, named.body.tenantId]).toEqual([200, two.tenantId]);
  });

  it('keeps members and operators apart', async () => {
    const { email } = await registeredTenant(app);
    const as = (route: string): Promise<TestAnswer> =>
      signIn({ email, password: testPassword }, newNetwork(), route);
    expect((await as('/api/v1/operator/session')).status).toBe(401);
    expect((await as('/api/v1/session')).status).toBe(200);
  });

  it('takes no form of a foreign site', async () => {
    const { email } = await registeredTenant(app);
    const answer = await fetch(`${app.url}/api/v1/session`, {
      method: 'POST',
      body: new URLSearchParams({ email, password: testPassword }),
    });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, []]);
  });
});

describe('ten wrong tries in a quarter of an hour', () => {
  it('close the address, even for the right password, and only that one', async () => {
    const { email } = await registeredTenant(app);
    const other = await registeredTenant(app);
    const wrong = await Promise.all(
      Array.from({ length: 12 }, () => signIn({ email, password: 'wrong' })),
    );
    expect(wrong.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(10).fill(401),
      429,
      429,
    ]);

    clock.advance({ minutes: 14, seconds: 59 });
    const closed = await signIn({ email, password: testPassword });
    expect([closed.status, closed.body.code, closed.headers.get('retry-after')]).toEqual([
      429,
      'accounts.too-many-tries',
      '1',
    ]);
    expect((await signIn({ email: other.email, password: testPassword })).status).toBe(200);
    clock.advance({ seconds: 1 });
    expect((await signIn({ email, password: testPassword })).status).toBe(200);
  });

  it('close the network for every address, while right sign-ins do not count', async () => {
    const ip = newNetwork();
    const { email } = await registeredTenant(app);
    const right = { email, password: testPassword };
    for (let i = 0; i < 12; i++) expect((await signIn(right, ip)).status).toBe(200);
    for (let i = 0; i < 10; i++)
      expect((await signIn({ email: `a${i}@example.jp`, password: 'x' }, ip)).status).toBe(401);
    expect((await signIn(right, ip)).status).toBe(429);
    expect((await signIn(right)).status).toBe(200);
  });
});

describe('a session', () => {
  const opened = async (): Promise<{ cookie: string; email: string }> => {
    const { email } = await registeredTenant(app);
    return { email, cookie: cookieOf(await signIn({ email, password: testPassword })) };
  };

  it('slides for 12 hours at a time and ends after 7 days', async () => {
    const { cookie } = await opened();
    const used: number[] = [];
    for (let hours = 0; hours < 7 * 24; hours += 11) {
      used.push((await whoAmI(cookie)).status);
      clock.advance({ hours: 11 });
    }
    expect([...new Set(used), (await whoAmI(cookie)).status]).toEqual([200, 401]);

    const idle = await opened();
    clock.advance({ hours: 12 });
    expect((await whoAmI(idle.cookie)).status).toBe(401);
  });

  it('ends at sign-out, which needs the CSRF token of that very session', async () => {
    const { cookie } = await opened();
    const other = await opened();
    const { csrfToken } = (await whoAmI(cookie)).body;
    const otherToken = (await whoAmI(other.cookie)).body.csrfToken;
    const out = (headers: Record<string, string>): Promise<TestAnswer> =>
      anonymousClient(app.url, { Cookie: cookie, ...headers }).delete('/api/v1/session');

    expect((await out({})).body.code).toBe('accounts.csrf-token-needed');
    expect((await out({ 'X-CSRF-Token': otherToken })).status).toBe(403);
    expect((await out({ 'X-CSRF-Token': '' })).status).toBe(403);
    expect((await whoAmI(cookie)).status).toBe(200);
    expect((await out({ 'X-CSRF-Token': csrfToken })).status).toBe(204);
    expect((await whoAmI(cookie)).status).toBe(401);
    expect((await whoAmI(other.cookie)).status).toBe(200);
  });

  it('is stored as a hash, and swept away when over', async () => {
    const { cookie } = await opened();
    const token = cookie.split('=')[1] ?? '';
    const find = (): Promise<unknown[]> =>
      app
        .get(Database)
        .asSystem((tx) =>
          tx.query(`SELECT 1 AS found FROM sessions WHERE token_hash = sha256($1::bytea)`, [token]),
        );
    const raw = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query(`SELECT FROM sessions WHERE token_hash = $1::bytea`, [Buffer.from(token)]),
      );
    expect([await find(), raw]).toEqual([[{ found: 1 }], []]);
    clock.advance({ hours: 12 });
    await app.drain.sweep();
    expect(await find()).toEqual([]);
  });

  it.each([
    '',
    'hikyaku_session=',
    'hikyaku_session=abc',
    `hikyaku_session=${'x'.repeat(43)}`,
    ';;=;',
  ])('is not opened by the cookie %p', async (cookie) => {
    const answer = await whoAmI(cookie);
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });
});

describe('behind HTTPS', () => {
  it('the cookie is bound to the host and never sent in the clear', async () => {
    const secure = await startApp({
      ...accountsParts,
      clock,
      env: { PUBLIC_URL: 'https://mail.example.jp' },
    });
    try {
      const { email, client } = await registeredTenant(secure);
      const answer = await anonymousClient(secure.url).post('/api/v1/session', {
        email,
        password: testPassword,
      });
      expect(answer.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          /^__Host-hikyaku_session=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
        ),
        expect.stringMatching(
          /^__Host-hikyaku_device=[\w-]{43}; Max-Age=15552000; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
        ),
      ]);
      expect((await client.get('/api/v1/session')).status).toBe(200);
    } finally {
      await secure.stop();
    }
  });
});

describe('an operator', () => {
  it('signs in at a door of its own and says who it is', async () => {
    const support = await operatorClient(app, 'support');
    const { body } = await support.get('/api/v1/session');
    expect(body).toMatchObject({
      kind: 'operator',
      tenantId: null,
      role: 'support',
      permissions: expect.arrayContaining(['tenants.read', 'tenants.act', 'queues.read']),
    });
  });
});
