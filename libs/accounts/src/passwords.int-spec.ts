import { MovableClock } from '#lib/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { AddMember, AddOperator } from './index.js';
import {
  accountsParts,
  anonymousClient,
  postedTo,
  registeredTenant,
  testPassword,
} from './testing.js';
import type { TestAnswer } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const fresh = 'Mountain-77-tea';
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ ...accountsParts, clock, env: { TRUST_PROXY: '1' } });
});

afterAll(() => app.stop());

let lastNetwork = 0;
const post = (path: string, body: object): Promise<TestAnswer> =>
  anonymousClient(app.url, { 'X-Forwarded-For': `198.51.100.${++lastNetwork}` }).post(path, body);

const signIn = (email: string, password: string, tenant: string): Promise<TestAnswer> =>
  post('/api/v1/session', { email, password, tenant });

const cookieOf = (answer: TestAnswer): string =>
  answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';

const statusWith = async (cookie: string): Promise<number> =>
  (await anonymousClient(app.url, { Cookie: cookie }).get('/api/v1/session')).status;

const codes = (answers: readonly TestAnswer[]): unknown[] =>
  answers.map(({ status, body }) => [status, body?.code]);

describe('a password', () => {
  it('is changed by who knows it, and then every session is over', async () => {
    const { email, slug } = await registeredTenant(app);
    const [here, there] = [
      await signIn(email, testPassword, slug),
      await signIn(email, testPassword, slug),
    ];
    const change = (body: object): Promise<TestAnswer> =>
      anonymousClient(app.url, {
        Cookie: cookieOf(here),
        'X-CSRF-Token': here.body.csrfToken,
      }).put('/api/v1/session/password', body);
    const currentPassword = testPassword;
    expect(
      codes([
        await change({ currentPassword: 'wrong', newPassword: fresh }),
        await change({ currentPassword, newPassword: 'short' }),
        await change({ currentPassword, newPassword: email }),
        await change({ currentPassword, newPassword: fresh }),
      ]),
    ).toEqual([
      [422, 'accounts.wrong-password'],
      [422, 'accounts.password-too-short'],
      [422, 'accounts.password-too-plain'],
      [204, undefined],
    ]);
    expect(
      await Promise.all([here, there].map((session) => statusWith(cookieOf(session)))),
    ).toEqual([401, 401]);
    expect((await signIn(email, testPassword, slug)).status).toBe(401);
    expect((await signIn(email, fresh, slug)).status).toBe(200);
  });

  it('that is changed while a sign-in with the old one is under way leaves no session behind', async () => {
    const { email, slug } = await registeredTenant(app);
    const first = await signIn(email, testPassword, slug);
    const change = anonymousClient(app.url, {
      Cookie: cookieOf(first),
      'X-CSRF-Token': first.body.csrfToken,
    }).put('/api/v1/session/password', { currentPassword: testPassword, newPassword: fresh });
    const racing = await Promise.all([
      ...Array.from({ length: 6 }, () => signIn(email, testPassword, slug)),
      change,
    ]);
    expect(racing.at(-1)?.status).toBe(204);
    const alive = await Promise.all(
      racing.slice(0, -1).map((answer) => statusWith(cookieOf(answer))),
    );
    expect(alive).toEqual(Array(6).fill(401));
  });
});

describe('a forgotten password', () => {
  const request = (email: string): Promise<TestAnswer> =>
    post('/api/v1/password-resets', { email });
  const complete = (token: string, password: string): Promise<TestAnswer> =>
    post('/api/v1/password-resets/complete', { token, password });
  const tokens = async (email: string): Promise<string[]> =>
    (await postedTo(app, email)).map(({ link }) => link.split('/').at(-1) ?? '');

  it('is replaced through a link that works once and ends every session', async () => {
    const { email, slug } = await registeredTenant(app);
    const session = cookieOf(await signIn(email, testPassword, slug));
    expect((await request(email.toUpperCase())).status).toBe(202);
    clock.advance({ milliseconds: 1 });
    await request(email);
    const [second = '', first = ''] = await tokens(email);
    expect(codes([await complete(second, 'short'), await complete(second, fresh)])).toEqual([
      [422, 'accounts.password-too-short'],
      [204, undefined],
    ]);
    expect(codes([await complete(second, fresh), await complete(first, fresh)])).toEqual(
      Array(2).fill([404, 'accounts.password-reset-not-found']),
    );
    expect([await statusWith(session), (await signIn(email, fresh, slug)).status]).toEqual([
      401, 200,
    ]);
  });

  it('gets one link for each account of the address, each for its own', async () => {
    const one = await registeredTenant(app, { name: '一番' });
    const two = await registeredTenant(app, { name: '二番' });
    const { email } = one;
    const person = { email, name: '山田', password: testPassword };
    await app.get(AddMember).execute({ ...person, tenantId: two.tenantId, role: 'viewer' });
    await app.get(AddOperator).execute({ ...person, role: 'support' });
    await request(email);
    const posted = await postedTo(app, email);
    expect(
      posted.map(({ text }) => /(.番)? ?の?パスワードを再設定/.exec(text)?.[1]).sort(),
    ).toEqual(['一番', '二番', undefined]);
    const ofTwo =
      posted
        .find(({ text }) => text.includes('二番'))
        ?.link.split('/')
        .at(-1) ?? '';
    expect((await complete(ofTwo, fresh)).status).toBe(204);
    expect([
      (await signIn(email, fresh, two.slug)).status,
      (await signIn(email, fresh, one.slug)).status,
      (await signIn(email, testPassword, one.slug)).status,
    ]).toEqual([200, 401, 200]);
  });

  it('is answered the same for an address nobody has, and ends after an hour', async () => {
    const { email } = await registeredTenant(app);
    const answers = [
      await request(email),
      await request('nobody@example.jp'),
      await request('no address'),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array(3).fill([202, undefined]),
    );
    expect(await postedTo(app, 'nobody@example.jp')).toEqual([]);
    const [token = ''] = await tokens(email);
    clock.advance({ hours: 1 });
    expect((await complete(token, fresh)).status).toBe(404);
  });

  it('cannot be asked for again and again', async () => {
    const { email } = await registeredTenant(app);
    const asked: number[] = [];
    for (let i = 0; i < 11; i++) asked.push((await request(email)).status);
    expect(asked).toEqual([...Array<number>(10).fill(202), 429]);
    expect(await postedTo(app, email)).toHaveLength(10);
  });

  it('has a page that shows on GET and acts on POST', async () => {
    const { email, slug } = await registeredTenant(app);
    await request(email);
    const url = `${app.url}${(await postedTo(app, email))[0]?.link ?? ''}`;
    const page = async (password?: string): Promise<[number, string]> => {
      const response = await fetch(url, {
        headers: { Accept: 'text/html' },
        ...(password && { method: 'POST', body: new URLSearchParams({ password }) }),
      });
      const heading = /<h1>(.*)<\/h1>/.exec(await response.text())?.[1] ?? '';
      return [response.status, heading];
    };
    expect([
      await page(),
      await page(),
      await page('short'),
      await page(fresh),
      await page(),
    ]).toEqual([
      [200, '新しいパスワード'],
      [200, '新しいパスワード'],
      [422, '新しいパスワード'],
      [200, 'パスワードを変更しました'],
      [404, '見つかりません'],
    ]);
    expect((await signIn(email, fresh, slug)).status).toBe(200);
  });
});
