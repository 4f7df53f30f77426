import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aNewsletter, someSubscribers } from './testing.js';
import { subscribersScene } from './testing/subscribers-scene.js';
import type { SubscribersScene } from './testing/subscribers-scene.js';

let { app, clock, sink, stop } = {} as SubscribersScene;

beforeAll(async () => {
  ({ app, clock, sink, stop } = await subscribersScene());
});

afterAll(() => stop());

interface Scene {
  readonly tenantId: TenantId;
  readonly client: TestClient;
  readonly newsletterId: string;
  readonly upload: (csv: string | Buffer) => Promise<{ status: number; body: Answer }>;
}

type Answer = Record<string, unknown> & { id: string; code: string };

const scene = async (): Promise<Scene> => {
  const { tenantId, client } = await activeTenant(app);
  const newsletterId = await aNewsletter(app, tenantId);
  const key = await client.post('/api/v1/api-keys', { name: 'k', scopes: ['subscribers.write'] });
  return {
    tenantId,
    client,
    newsletterId,
    upload: async (csv) => {
      const answer = await fetch(`${app.url}/api/v1/newsletters/${newsletterId}/migration-lists`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/csv', Authorization: `Bearer ${String(key.body.secret)}` },
        body: typeof csv === 'string' ? csv : new Uint8Array(csv),
      });
      return { status: answer.status, body: (await answer.json()) as Answer };
    },
  };
};

const header = 'address,consent_date,consent_source';
const csvOf = (...addresses: string[]): string =>
  [header, ...addresses.map((address) => `${address},2025-10-01,店頭の申込書`)].join('\n');

const mailedTo = (address: string): number => sink.mails.filter(({ to }) => to === address).length;

describe('a migration list', () => {
  it('asks everybody once, after declaration and agreement, and only who confirms is active', async () => {
    const { tenantId, client, newsletterId, upload } = await scene();
    await someSubscribers(app, tenantId, newsletterId, ['reads@m1.example.jp']);
    await client.post(`/api/v1/newsletters/${newsletterId}/unsubscriptions`, {
      address: 'reads@m1.example.jp',
    });
    await someSubscribers(app, tenantId, newsletterId, ['active@m1.example.jp']);
    const { status, body } = await upload(
      `${csvOf('new@m1.example.jp', 'reads@m1.example.jp', 'active@m1.example.jp')}\nbad,2025-10-01,x\nno@m1.example.jp,,`,
    );
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        status: 'uploaded',
        rowCount: 3,
        asked: 0,
        problemCount: 2,
        problems: [
          { rowNo: 5, problem: 'bad-address' },
          { rowNo: 6, problem: 'no-consent-date' },
        ],
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('m1.example.jp');
    const path = `/api/v1/migration-lists/${body.id}`;
    const admin = await operatorClient(app);
    const decide = `/api/v1/operator/tenants/${tenantId}/migration-lists/${body.id}/decide`;
    expect((await admin.post(decide, { decision: 'approved' })).status).toBe(409);
    expect((await client.post(`${path}/declare`, { signedBy: '山田 花子' })).status).toBe(204);
    const { items } = (await admin.get('/api/v1/operator/migration-lists')).body as {
      items: { id: string }[];
    };
    expect(items.map(({ id }) => id)).toEqual([body.id]);
    expect((await admin.post(decide, { decision: 'approved' })).status).toBe(204);
    await app.drain.runDue();
    clock.advance({ minutes: 1 });
    await app.drain.runDue();
    expect((await client.get(path)).body).toMatchObject({
      status: 'done',
      asked: 3,
      etaSeconds: null,
    });
    expect([
      mailedTo('new@m1.example.jp'),
      mailedTo('active@m1.example.jp'),
      mailedTo('no@m1.example.jp'),
    ]).toEqual([1, 0, 0]);
    const left = await app
      .get(Database)
      .inTenant(tenantId, (tx) => tx.query('SELECT FROM migration_rows WHERE address IS NOT NULL'));
    expect(left).toEqual([]);
  });

  it('forgets who did not confirm in 14 days', async () => {
    const { tenantId, client, newsletterId, upload } = await scene();
    const { body } = await upload(csvOf('slow@m2.example.jp'));
    await client.post(`/api/v1/migration-lists/${body.id}/declare`, { signedBy: '山田' });
    const admin = await operatorClient(app);
    await admin.post(`/api/v1/operator/tenants/${tenantId}/migration-lists/${body.id}/decide`, {
      decision: 'approved',
    });
    await app.drain.runDue();
    const waiting = async (): Promise<number> => {
      const { pending } = (await client.get(`/api/v1/newsletters/${newsletterId}/stats`)).body as {
        pending: number;
      };
      return pending;
    };
    clock.advance({ days: 13 });
    await app.drain.sweep();
    expect(await waiting()).toBe(1);
    clock.advance({ days: 1 });
    await app.drain.sweep();
    expect(await waiting()).toBe(0);
  });

  it('is asked at a steady pace, and can be withdrawn meanwhile', async () => {
    const { tenantId, client, upload } = await scene();
    const many = Array.from({ length: 150 }, (_, i) => `r${i}@m3.example.jp`);
    const { body } = await upload(csvOf(...many));
    const path = `/api/v1/migration-lists/${body.id}`;
    await client.post(`${path}/declare`, { signedBy: '山田' });
    const admin = await operatorClient(app);
    await admin.post(`/api/v1/operator/tenants/${tenantId}/migration-lists/${body.id}/decide`, {
      decision: 'approved',
    });
    await app.drain.runDue();
    expect((await client.get(path)).body).toMatchObject({
      status: 'asking',
      asked: 100,
      etaSeconds: 0,
    });
    expect((await client.delete(path)).status).toBe(204);
    clock.advance({ minutes: 1 });
    await app.drain.runDue();
    expect([
      (await client.get(path)).body.status,
      sink.mails.filter(({ to }) => to.endsWith('@m3.example.jp')).length,
    ]).toEqual(['withdrawn', 100]);
  });

  it('can be refused with a reason, and then nobody is asked', async () => {
    const { tenantId, client, upload } = await scene();
    const { body } = await upload(csvOf('x@m4.example.jp'));
    await client.post(`/api/v1/migration-lists/${body.id}/declare`, { signedBy: '山田' });
    const admin = await operatorClient(app);
    await admin.post(`/api/v1/operator/tenants/${tenantId}/migration-lists/${body.id}/decide`, {
      decision: 'rejected',
      reason: '同意の記録が不十分',
    });
    await app.drain.runDue();
    expect([
      (await client.get(`/api/v1/migration-lists/${body.id}`)).body,
      mailedTo('x@m4.example.jp'),
    ]).toMatchObject([{ status: 'rejected', reason: '同意の記録が不十分' }, 0]);
  });

  it('is read from Shift_JIS, too, and refused when it is no list or was uploaded before', async () => {
    const { upload } = await scene();
    const sjis = Buffer.concat([
      Buffer.from(`${header}\na@m5.example.jp,2025-10-01,`),
      Buffer.from([0x93, 0x58, 0x93, 0xaa]),
    ]);
    expect((await upload(sjis)).body).toMatchObject({ rowCount: 1, problemCount: 0 });
    expect([
      (await upload(sjis)).body.code,
      (await upload('name\nx')).body.code,
      (await upload('')).body.code,
    ]).toEqual(['subscribers.list-known', 'subscribers.bad-list', 'subscribers.bad-list']);
  });
});

describe('sources', () => {
  it('are counted by the way people came', async () => {
    const { tenantId, client, newsletterId } = await scene();
    await someSubscribers(app, tenantId, newsletterId, 2);
    expect((await client.get(`/api/v1/newsletters/${newsletterId}/sources`)).body).toEqual({
      items: [{ channel: 'form', joined: 2 }],
    });
  });
});
