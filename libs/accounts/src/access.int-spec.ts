import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import {
  CurrentActor,
  CurrentTenant,
  ForOperator,
  ForSignedIn,
  ForTenant,
  IdParam,
  Public,
} from './index.js';
import type { Actor } from './index.js';
import {
  accountsParts,
  aMember,
  anonymousClient,
  operatorClient,
  registeredTenant,
} from './testing.js';
import type { TestAnswer, TestClient } from './testing.js';

@Controller('doors')
class DoorsController {
  @Get('open')
  @Public()
  open(): string[] {
    return ['open'];
  }

  @Get('forgotten')
  forgotten(): string[] {
    return ['never'];
  }

  @Get('signed-in')
  @ForSignedIn()
  signedIn(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Get('campaigns/:id')
  @ForTenant('campaigns.read')
  read(@IdParam('id') id: string, @CurrentTenant() tenantId: TenantId): string[] {
    return [tenantId, id];
  }

  @Post('campaigns')
  @ForTenant('campaigns.send')
  send(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Get('queues')
  @ForOperator('queues.read')
  queues(): string[] {
    return ['queues'];
  }
}

@Module({ controllers: [DoorsController] })
class DoorsModule {}

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const id = '0196b5a0-0000-7000-8000-00000000000a';
let app: TestApp;

beforeAll(async () => {
  app = await startApp({
    ...accountsParts,
    modules: [...accountsParts.modules, DoorsModule],
    clock,
  });
});

afterAll(() => app.stop());

const statuses = async (client: TestClient): Promise<Record<string, number>> => ({
  open: (await client.get('/doors/open')).status,
  forgotten: (await client.get('/doors/forgotten')).status,
  signedIn: (await client.get('/doors/signed-in')).status,
  read: (await client.get(`/doors/campaigns/${id}`)).status,
  send: (await client.post('/doors/campaigns')).status,
  queues: (await client.get('/doors/queues')).status,
});

describe('the guard', () => {
  it.each([
    ['nobody', { signedIn: 401, read: 401, send: 401, queues: 401 }],
    ['owner', { signedIn: 200, read: 200, send: 201, queues: 403 }],
    ['editor', { signedIn: 200, read: 200, send: 201, queues: 403 }],
    ['viewer', { signedIn: 200, read: 200, send: 403, queues: 403 }],
    ['admin', { signedIn: 200, read: 403, send: 403, queues: 200 }],
    ['billing', { signedIn: 200, read: 403, send: 403, queues: 403 }],
    ['support', { signedIn: 200, read: 403, send: 403, queues: 200 }],
  ])('lets %s through the right doors', async (who, expected) => {
    const client =
      who === 'nobody'
        ? anonymousClient(app.url)
        : who === 'admin' || who === 'billing' || who === 'support'
          ? await operatorClient(app, who)
          : (await registeredTenant(app, { role: who as 'owner' })).client;
    expect(await statuses(client)).toEqual({ open: 200, forgotten: 403, ...expected });
  });

  it('tells the route who calls, and for which tenant', async () => {
    const { tenantId, memberId, client } = await registeredTenant(app);
    expect((await client.post('/doors/campaigns')).body).toEqual({
      kind: 'member',
      tenantId,
      memberId,
      role: 'owner',
    });
    expect((await client.get(`/doors/campaigns/${id.toUpperCase()}`)).body).toEqual([tenantId, id]);
  });

  it.each(['42', 'null', id.slice(1), `${id}0`, '%00', "'--"])(
    'answers 404 to the id %s',
    async (text) => {
      const { client } = await registeredTenant(app);
      expect((await client.get(`/doors/campaigns/${encodeURIComponent(text)}`)).status).toBe(404);
    },
  );
});

describe('an API key', () => {
  const keyOf = (client: TestClient, key: object): Promise<TestAnswer> =>
    client.post('/api/v1/api-keys', { name: '基幹システム', scopes: ['campaigns.send'], ...key });
  const bearer = (secret: string): TestClient =>
    anonymousClient(app.url, { Authorization: `Bearer ${secret}` });

  it('acts for its tenant within its scopes, without a CSRF token', async () => {
    const { tenantId, client } = await registeredTenant(app);
    const { id: keyId, secret } = (await keyOf(client, {})).body;
    expect(await statuses(bearer(secret))).toEqual({
      open: 200,
      forgotten: 403,
      signedIn: 403,
      read: 403,
      send: 201,
      queues: 403,
    });
    expect((await bearer(secret).post('/doors/campaigns')).body).toEqual({
      kind: 'api-key',
      tenantId,
      keyId,
      scopes: ['campaigns.send'],
    });
  });

  it('shows its secret once, and then its beginning and its last use', async () => {
    const { client } = await registeredTenant(app);
    const { id: keyId, secret } = (await keyOf(client, { expiresAt: '2027-01-01T00:00:00+09:00' }))
      .body;
    expect(secret).toMatch(/^hk_[\w-]{43}$/);
    const key = {
      id: keyId,
      name: '基幹システム',
      prefix: String(secret).slice(0, 9),
      scopes: ['campaigns.send'],
      status: 'usable',
      createdAt: clock.now().toISOString(),
      expiresAt: '2026-12-31T15:00:00.000Z',
      lastUsedAt: null,
    };
    const list = async (): Promise<unknown> => (await client.get('/api/v1/api-keys')).body.items;
    expect(await list()).toEqual([key]);
    clock.advance({ minutes: 5 });
    await bearer(secret).post('/doors/campaigns');
    expect(await list()).toEqual([{ ...key, lastUsedAt: clock.now().toISOString() }]);
  });

  it('is useless once revoked or expired, and so is one nobody made', async () => {
    const { client } = await registeredTenant(app);
    const revoked = (await keyOf(client, {})).body;
    const expiresAt = new Date(clock.now().getTime() + 1000).toISOString();
    const expired = (await keyOf(client, { expiresAt })).body;
    expect((await client.delete(`/api/v1/api-keys/${revoked.id}`)).status).toBe(204);
    expect((await client.delete(`/api/v1/api-keys/${revoked.id}`)).status).toBe(404);
    expect((await bearer(expired.secret).post('/doors/campaigns')).status).toBe(201);
    clock.advance({ seconds: 1 });
    const secrets = [revoked.secret, expired.secret, 'hk_', `hk_${'x'.repeat(43)}`, 'x', ''];
    const answers = await Promise.all(
      secrets.map((secret) => bearer(secret).post('/doors/campaigns')),
    );
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array(6).fill([401, 'accounts.bad-api-key']),
    );
    const shown = (await client.get('/api/v1/api-keys')).body.items as { status: string }[];
    expect(shown.map(({ status }) => status).sort()).toEqual(['expired', 'revoked']);
  });

  it.each([
    [{ scopes: ['members.write'] }, 'request.invalid'],
    [{ scopes: ['keys.write'] }, 'request.invalid'],
    [{ scopes: ['tenants.read'] }, 'request.invalid'],
    [{ scopes: 'campaigns.send' }, 'request.invalid'],
    [{ name: '' }, 'request.invalid'],
    [{ expiresAt: '2026-04-01' }, 'request.invalid'],
    [{ expiresAt: '2026-01-01T00:00:00Z' }, 'accounts.expiry-in-past'],
  ])('is not made from %j', async (key, code) => {
    const { client } = await registeredTenant(app);
    const answer = await keyOf(client, key);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('is made and seen by owners only', async () => {
    const { tenantId, slug } = await registeredTenant(app);
    const { client } = await aMember(app, { tenantId, slug, role: 'editor' });
    expect([
      (await keyOf(client, {})).status,
      (await client.get('/api/v1/api-keys')).status,
    ]).toEqual([403, 403]);
  });
});
