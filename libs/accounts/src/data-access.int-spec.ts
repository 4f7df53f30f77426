import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accountsParts, operatorClient, registeredTenant } from './testing.js';
import type { TestClient } from './testing.js';

const clock = new MovableClock('2026-04-01T09:20:00+09:00');
let app: TestApp;
let operator: TestClient;
let tenant: Awaited<ReturnType<typeof registeredTenant>>;

beforeAll(async () => {
  app = await startApp({ ...accountsParts, clock });
});

afterAll(() => app.stop());

beforeEach(async () => {
  clock.advance({ days: 1 });
  operator = await operatorClient(app, 'support');
  tenant = await registeredTenant(app);
});

const seen = async (): Promise<unknown[]> =>
  ((await tenant.client.get('/api/v1/data-access')).body as { items: unknown[] }).items;

const line = (kind: string, purpose: string, times: number, more: object = {}): object => ({
  ...{ id: expect.any(String), kind, purpose, acting: false, reason: '', times },
  ...{ hour: expect.stringMatching(/T00:00:00.000Z$/), lastAt: expect.stringMatching(/T00:20/) },
  ...more,
});

describe('what an operator looks at', () => {
  it('is shown to its tenant, counted by the hour, without the name of the operator', async () => {
    await operator.get(`/api/v1/operator/tenants/${tenant.tenantId}`);
    await operator.get(`/api/v1/operator/tenants/${tenant.tenantId}`);
    expect(await seen()).toEqual([line('ACCOUNT', 'CONTRACT', 2)]);
  });

  it('also in a list or by a search, and with the reason that was given', async () => {
    const reason = '解約のお問い合わせ No.12';
    await operator.get(`/api/v1/operator/tenants?search=${tenant.slug}`, {
      'Access-Reason': encodeURIComponent(reason),
    });
    expect(await seen()).toEqual([line('ACCOUNT', 'CONTRACT', 1, { reason })]);
  });

  it('while acting for the tenant is told as that', async () => {
    const wish = { hours: 2, purpose: '配信の設定' };
    await tenant.client.post('/api/v1/settings/assistance', wish);
    const path = `/api/v1/operator/tenants/${tenant.tenantId}/acting`;
    expect((await operator.post(path, { reason: '設定の代行' })).status).toBe(200);
    expect((await operator.get('/api/v1/settings/sender')).status).toBe(200);
    expect(await seen()).toEqual([line('ACCOUNT', 'CONTRACT', 1, { acting: true })]);
  });

  it('is not told to other tenants, and of them nothing is', async () => {
    const other = await registeredTenant(app);
    await operator.get(`/api/v1/operator/tenants/${other.tenantId}`);
    expect(await seen()).toEqual([]);
  });

  it('is told with names to those who may read all trails', async () => {
    await operator.get(`/api/v1/operator/tenants/${tenant.tenantId}`);
    const admin = await operatorClient(app);
    const { body } = await admin.get(`/api/v1/operator/data-access?tenantId=${tenant.tenantId}`);
    expect(body).toMatchObject({
      items: [{ kind: 'ACCOUNT', operatorName: '運営 一郎', tenantId: tenant.tenantId, times: 1 }],
      nextCursor: null,
    });
    expect((await operator.get('/api/v1/operator/data-access')).status).toBe(403);
  });

  it.each([
    ['is not URL-encoded', '%'],
    ['is longer than 200 characters', 'a'.repeat(201)],
    ['has a line break', 'a%0Ab'],
  ])('is not shown for a reason that %s', async (_, reason) => {
    const path = `/api/v1/operator/tenants/${tenant.tenantId}`;
    const { status, body } = await operator.get(path, { 'Access-Reason': reason });
    expect([status, body.code]).toEqual([422, 'accounts.bad-access-reason']);
    expect(await seen()).toEqual([]);
  });

  it('leaves no line when it was refused', async () => {
    const path = `/api/v1/operator/tenants/${tenant.tenantId}/nothing`;
    expect((await operator.get(path)).status).toBe(404);
    expect(await seen()).toEqual([]);
  });
});
