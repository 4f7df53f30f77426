import { MovableClock } from '#lib/kernel';
import { httpErrors } from '#platform/http';
import { Body, Controller, HttpCode, Module, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { ForOperator, ForTenant, Idempotent } from './index.js';
import { accountsParts, aMember, operatorClient, registeredTenant } from './testing.js';
import type { TestAnswer, TestClient } from './testing.js';

let charged: string[] = [];
let gate: Promise<void> | undefined;

@Controller('charges')
class ChargesController {
  @Post()
  @Idempotent()
  @HttpCode(202)
  @ForTenant('campaigns.send')
  async charge(
    @Body() body: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    await gate;
    if (body['refuse']) throw httpErrors.versionChanged();
    charged.push(String(body['what']));
    response.setHeader('ETag', '"v7"');
    return { charge: charged.length, what: body['what'] };
  }

  @Post('operator')
  @Idempotent()
  @ForOperator('tenants.write')
  byOperator(): object {
    charged.push('operator');
    return { charge: charged.length };
  }
}

@Module({ controllers: [ChargesController] })
class ChargesModule {}

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({
    ...accountsParts,
    modules: [...accountsParts.modules, ChargesModule],
    clock,
  });
});

afterAll(() => app.stop());

beforeEach(() => {
  charged = [];
  gate = undefined;
});

const charge = (
  client: TestClient,
  key: string,
  body: object = { what: '会費' },
): Promise<TestAnswer> => client.post('/charges', body, { 'Idempotency-Key': key });

const seen = ({ status, headers, body }: TestAnswer): unknown[] => [
  status,
  body,
  headers.get('etag'),
  headers.get('idempotency-replayed'),
];

describe('a request with an idempotency key', () => {
  it('is worked on once among 20 at a time, and the others are told to wait', async () => {
    const { client } = await registeredTenant(app);
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    const asked = Array.from({ length: 20 }, () => charge(client, 'k'));
    const waiting = Promise.all(
      asked.map((answer) => answer.then(({ status }) => status === 409 && open())),
    );
    const answers = await Promise.all(asked);
    await waiting;
    const refused = answers.filter(({ status }) => status === 409);
    expect(charged).toEqual(['会費']);
    expect(refused.length).toBeGreaterThan(0);
    expect(
      new Set(refused.map(({ body, headers }) => `${body.code} ${headers.get('retry-after')}`)),
    ).toEqual(new Set(['request.idempotency-key-running 1']));
    for (const answer of answers.filter(({ status }) => status !== 409))
      expect([answer.status, answer.body]).toEqual([202, { charge: 1, what: '会費' }]);
    expect(seen(await charge(client, 'k'))).toEqual([
      202,
      { charge: 1, what: '会費' },
      '"v7"',
      'true',
    ]);
  });

  it('gets the first answer again for 24 hours', async () => {
    const { client } = await registeredTenant(app);
    const first = await charge(client, 'k');
    expect(seen(first)).toEqual([202, { charge: 1, what: '会費' }, '"v7"', null]);
    clock.advance({ hours: 24 });
    await app.drain.sweep();
    expect(seen(await charge(client, 'k'))[3]).toBe('true');
    clock.advance({ milliseconds: 1 });
    await app.drain.sweep();
    expect(seen(await charge(client, 'k'))).toEqual([
      202,
      { charge: 2, what: '会費' },
      '"v7"',
      null,
    ]);
  });

  it('is refused when the key was used for something else', async () => {
    const { client } = await registeredTenant(app);
    await charge(client, 'k');
    const other = await charge(client, 'k', { what: '別の請求' });
    expect([other.status, other.body.code, charged]).toEqual([
      409,
      'request.idempotency-key-reused',
      ['会費'],
    ]);
  });

  it('can be sent again after a refusal, because nothing was done', async () => {
    const { client } = await registeredTenant(app);
    expect((await charge(client, 'k', { refuse: 'yes' })).status).toBe(409);
    expect((await charge(client, 'k')).status).toBe(202);
  });

  it('is known by its sender and its route, too', async () => {
    const one = await registeredTenant(app);
    const colleague = await aMember(app, { ...one, role: 'editor' });
    const other = await registeredTenant(app);
    for (const { client } of [one, colleague, other]) await charge(client, 'same');
    expect(charged).toHaveLength(3);
  });

  it('works for operators, who have no tenant', async () => {
    const admin = await operatorClient(app);
    const ask = (): Promise<TestAnswer> =>
      admin.post('/charges/operator', {}, { 'Idempotency-Key': 'k' });
    expect([seen(await ask())[1], seen(await ask())[1]]).toEqual([{ charge: 1 }, { charge: 1 }]);
  });

  it.each(['a b', 'x'.repeat(256), 'é'])('is refused with the key %p', async (key) => {
    const { client } = await registeredTenant(app);
    const answer = await charge(client, key);
    expect([answer.status, answer.body.code]).toEqual([422, 'accounts.bad-idempotency-key']);
  });
});

describe('a request without one', () => {
  it('is worked on each time', async () => {
    const { client } = await registeredTenant(app);
    await client.post('/charges', { what: 'a' });
    await client.post('/charges', { what: 'a' });
    expect(charged).toEqual(['a', 'a']);
  });
});
