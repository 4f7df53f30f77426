import { MovableClock } from '#lib/kernel';
import { Config } from '#platform/config';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeAt } from './domain/one-time-password.js';
import { AddOperator } from './index.js';
import { accountsParts, anonymousClient, registeredTenant, testPassword } from './testing.js';
import type { TestAnswer, TestClient } from './testing.js';
import { Authenticator } from './testing/authenticator.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const password = testPassword;
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ ...accountsParts, clock, env: { TRUST_PROXY: '1' } });
});

afterAll(() => app.stop());

let lastNetwork = 0;
const post = (path: string, body: object): Promise<TestAnswer> =>
  anonymousClient(app.url, { 'X-Forwarded-For': `198.51.100.${++lastNetwork}` }).post(path, body);

const signIn = (email: string): Promise<TestAnswer> => post('/api/v1/session', { email, password });
const secondStep = (body: object): Promise<TestAnswer> => post('/api/v1/session/second-step', body);
const path = '/api/v1/session/second-factor';

interface Enrolled {
  readonly email: string;
  readonly client: TestClient;
  readonly recoveryCodes: readonly string[];
  /** What the app shows now. */
  readonly code: () => string;
}

const enrolled = async (): Promise<Enrolled> => {
  const { email, client } = await registeredTenant(app);
  const { secret } = (await client.post(`${path}/totp`, { password })).body;
  const code = (): string => codeAt(secret, clock.now());
  const { recoveryCodes } = (await client.post(`${path}/totp/confirm`, { code: code() })).body;
  clock.advance({ seconds: 30 });
  return { email, client, recoveryCodes, code };
};

const codes = (answers: readonly TestAnswer[]): unknown[] =>
  answers.map(({ status, body }) => [status, body?.code]);

describe('an authenticator app', () => {
  it('is asked for at sign-in once a code of it was shown, and each code works once', async () => {
    const { email, client } = await registeredTenant(app);
    const wrong = await client.post(`${path}/totp`, { password: 'wrong' });
    const { body } = await client.post(`${path}/totp`, { password });
    expect([wrong.body.code, new URL(body.uri).searchParams.get('secret')]).toEqual([
      'accounts.wrong-password',
      body.secret,
    ]);
    expect((await signIn(email)).status).toBe(200);
    const code = codeAt(body.secret, clock.now());
    const confirmed = await client.post(`${path}/totp/confirm`, { code });
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    expect((await client.get(path)).body).toEqual({
      totp: { since: clock.now().toISOString() },
      passkeys: [],
      recoveryCodesLeft: 10,
      required: false,
    });

    const first = await signIn(email);
    expect([first.status, first.body, first.headers.getSetCookie()]).toEqual([
      202,
      {
        ticket: expect.stringMatching(/^[\w-]{43}$/),
        ways: ['totp', 'recovery-code'],
        expiresAt: new Date(clock.now().getTime() + 300_000).toISOString(),
      },
      [expect.stringMatching(/^hikyaku_device=/)],
    ]);
    const { ticket } = first.body;
    expect(codes([await secondStep({ ticket, code }), await secondStep({ ticket })])).toEqual(
      Array(2).fill([422, 'accounts.wrong-second-factor']),
    );
    clock.advance({ seconds: 30 });
    const next = codeAt(body.secret, clock.now());
    const opened = await secondStep({ ticket, code: ` ${next.slice(0, 3)} ${next.slice(3)}` });
    expect([opened.status, opened.body.kind]).toEqual([200, 'member']);
    expect(codes([await secondStep({ ticket, code: next })])).toEqual([
      [401, 'accounts.sign-in-ticket-over'],
    ]);
  });

  it('cannot be guessed: ten wrong codes close the account for a while, whatever the network', async () => {
    const { email, code } = await enrolled();
    const { ticket } = (await signIn(email)).body;
    const right = code();
    const wrong = right === '000000' ? '111111' : '000000';
    const answers: TestAnswer[] = [];
    for (let i = 0; i < 11; i++) answers.push(await secondStep({ ticket, code: wrong }));
    answers.push(await secondStep({ ticket, code: right }));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(422), 429, 429]);
  });

  it('is no longer asked for when its owner takes it off with the password', async () => {
    const { email, client } = await enrolled();
    expect(
      codes([
        await client.post(`${path}/totp`, { password }),
        await client.post(`${path}/totp/remove`, { password: 'wrong' }),
        await client.post(`${path}/totp/remove`, { password }),
        await client.post(`${path}/totp/remove`, { password }),
        await signIn(email),
      ]),
    ).toEqual([
      [409, 'accounts.totp-is-set'],
      [422, 'accounts.wrong-password'],
      [204, undefined],
      [404, 'accounts.no-second-factor'],
      [200, undefined],
    ]);
    expect((await client.get(path)).body).toMatchObject({ totp: null, recoveryCodesLeft: 0 });
  });

  it('leaves a ticket good for five minutes, and for no other password', async () => {
    const { email, client, code } = await enrolled();
    const old = (await signIn(email)).body;
    clock.advance({ minutes: 5 });
    const fresh = (await signIn(email)).body;
    await client.put('/api/v1/session/password', {
      currentPassword: password,
      newPassword: 'Mountain-77-tea',
    });
    expect(
      codes([
        await secondStep({ ticket: old.ticket, code: code() }),
        await secondStep({ ticket: fresh.ticket, code: code() }),
      ]),
    ).toEqual(Array(2).fill([401, 'accounts.sign-in-ticket-over']));
  });
});

describe('a recovery code', () => {
  it('opens the door once, however it is typed, and is void after new ones', async () => {
    const { email, client, recoveryCodes } = await enrolled();
    const [one = '', two = ''] = recoveryCodes;
    const step = async (code: string): Promise<TestAnswer> =>
      secondStep({ ticket: (await signIn(email)).body.ticket, code });
    expect([
      (await step(one.toUpperCase().replaceAll('-', ' '))).status,
      (await step(one)).status,
      (await client.get(path)).body.recoveryCodesLeft,
    ]).toEqual([200, 422, 9]);
    const { body } = await client.post(`${path}/recovery-codes`, { password });
    expect([(await step(two)).status, (await step(body.recoveryCodes[0])).status]).toEqual([
      422, 200,
    ]);
  });
});

describe('a passkey', () => {
  const made = async (client: TestClient): Promise<{ key: Authenticator; answer: TestAnswer }> => {
    const { publicKey } = (await client.post('/api/v1/session/passkeys/options', { password }))
      .body;
    const key = new Authenticator(app.get(Config).publicUrl);
    const response = key.create(publicKey.challenge);
    const answer = await client.post('/api/v1/session/passkeys', { name: '社用', response });
    expect(codes([await client.post('/api/v1/session/passkeys', { name: 'x', response })])).toEqual(
      [[422, 'accounts.wrong-second-factor']],
    );
    return { key, answer };
  };

  const ask = async (email: string): Promise<{ ticket: string; challenge: string }> => {
    const { ticket } = (await signIn(email)).body;
    const options = await post('/api/v1/session/second-step/passkey-options', { ticket });
    return { ticket, challenge: options.body.publicKey.challenge };
  };

  it('signs in, and only with the challenge of that very sign-in', async () => {
    const { email, client } = await registeredTenant(app);
    const { key, answer } = await made(client);
    expect([answer.status, answer.body.recoveryCodes.length]).toEqual([201, 10]);
    const earlier = await ask(email);
    const { ticket, challenge } = await ask(email);
    const stranger = new Authenticator(app.get(Config).publicUrl);
    stranger.create(challenge);
    expect(
      codes([
        await secondStep({ ticket, passkey: key.get(earlier.challenge) }),
        await secondStep({ ticket, passkey: stranger.get(challenge) }),
        await secondStep({ ticket, passkey: new Authenticator('https://evil.example').get('x') }),
        await secondStep({ ticket, passkey: { id: 7, response: null } }),
        await secondStep({ ticket, passkey: key.get(challenge) }),
      ]),
    ).toEqual([...Array<unknown>(4).fill([422, 'accounts.wrong-second-factor']), [200, undefined]]);
    expect((await client.get(path)).body.passkeys).toEqual([
      expect.objectContaining({ name: '社用', lastUsedAt: clock.now().toISOString() }),
    ]);
  });

  it('is taken off by its owner, and by nobody else', async () => {
    const one = await registeredTenant(app);
    const other = await registeredTenant(app);
    const { answer } = await made(one.client);
    const route = `/api/v1/session/passkeys/${answer.body.id}/remove`;
    expect([
      (await other.client.post(route, { password })).status,
      (await one.client.post(route, { password })).status,
      (await signIn(one.email)).status,
    ]).toEqual([404, 204, 200]);
  });

  it.each([{}, { id: 'x' }, { id: 'x', rawId: 'x', type: 'public-key', response: {} }])(
    'is not made of %j',
    async (response) => {
      const { client } = await registeredTenant(app);
      await client.post('/api/v1/session/passkeys/options', { password });
      expect(
        codes([await client.post('/api/v1/session/passkeys', { name: 'x', response })]),
      ).toEqual([[422, 'accounts.wrong-second-factor']]);
    },
  );
});

describe('who lost everything', () => {
  it('is let in again by an owner', async () => {
    const { email, client, code } = await enrolled();
    const { id } = (await client.get('/api/v1/session')).body;
    expect((await signIn(email)).status).toBe(202);
    expect((await client.delete(`/api/v1/members/${id}/second-factor`)).status).toBe(204);
    expect([(await signIn(email)).status, code().length]).toEqual([200, 6]);
  });
});

describe('where operators need a second factor', () => {
  it('one without it can do nothing but set it up', async () => {
    const strict = await startApp({
      ...accountsParts,
      clock,
      env: { OPERATORS_NEED_SECOND_FACTOR: 'true' },
    });
    try {
      const credentials = { email: 'ichiro@operator.example.jp', password };
      await strict.get(AddOperator).execute({ ...credentials, name: '一郎', role: 'admin' });
      const { body, headers } = await anonymousClient(strict.url).post(
        '/api/v1/operator/session',
        credentials,
      );
      const cookie = headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
      const client = anonymousClient(strict.url, {
        Cookie: cookie,
        'X-CSRF-Token': body.csrfToken,
      });
      expect(body.secondFactorNeeded).toBe(true);
      expect(codes([await client.get('/api/v1/operator/tenants')])).toEqual([
        [403, 'accounts.second-factor-needed'],
      ]);
      const { secret } = (await client.post(`${path}/totp`, { password })).body;
      await client.post(`${path}/totp/confirm`, { code: codeAt(secret, clock.now()) });
      expect((await client.get('/api/v1/operator/tenants')).status).toBe(200);
      const { body: me } = await client.get('/api/v1/me');
      expect(me).toMatchObject({ kind: 'operator', name: '一郎', tenant: null, acting: null });
    } finally {
      await strict.stop();
    }
  });
});
