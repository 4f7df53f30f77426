import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { openTables } from '#test/tables';
import { IsServing, MaySend } from './index.js';
import { contractOf, contractsParts } from './testing.js';
import { AnnounceInterruption } from './use-cases/announce-interruption.js';

const clock = new MovableClock('2026-02-01T00:00:00+09:00');
let app: TestApp;
let first: TestClient;

beforeAll(async () => {
  app = await startApp({ ...contractsParts, clock });
  first = await operatorClient(app, 'billing');
});

afterAll(() => app.stop());

const aTenant = (): ReturnType<typeof contractOf> => contractOf(app, PlainDate.from('2026-01-10'));

describe('an interruption of service', () => {
  const allowed = (tenantId: TenantId, at: string): Promise<[boolean, boolean]> =>
    app
      .get(Database)
      .inTenant(tenantId, async (tx) => [
        await app.get(MaySend).check(tx, tenantId, new Date(at)),
        await app.get(IsServing).check(tx, tenantId, new Date(at)),
      ]);

  it('holds the mails of those it names for as long as it lasts, and is announced to them', async () => {
    const a = await aTenant();
    const b = await aTenant();
    const begun = await first.post('/api/v1/operator/interruptions', {
      reason: 6,
      tenantIds: [a.tenantId],
      sending: true,
      forms: false,
      from: '2026-02-02T01:00:00+09:00',
      until: '2026-02-02T03:00:00+09:00',
      announcement: { ja: '定期保守を行います。', en: 'Scheduled maintenance.' },
    });
    expect(begun.status).toBe(201);
    await app.drain.runDue();
    const inbox = await a.client.get('/api/v1/notices');
    expect(inbox.body).toMatchObject({
      items: [{ kind: 'contracts.interruption', channel: 'portal', readAt: null }],
      unread: 1,
    });
    const notice = `/api/v1/notices/${inbox.body.items[0].id}`;
    expect((await a.client.get(notice)).body.text).toContain('定期保守を行います。');
    expect((await b.client.get(notice)).status).toBe(404);
    await a.client.post(`${notice}/read`);
    expect((await a.client.get('/api/v1/notices')).body.unread).toBe(0);
    const cases: [string, [boolean, boolean]][] = [
      ['2026-02-02T00:59:59.999+09:00', [true, true]],
      ['2026-02-02T01:00:00+09:00', [false, true]],
      ['2026-02-02T03:00:00+09:00', [true, true]],
    ];
    for (const [at, expected] of cases) {
      expect([at, await allowed(a.tenantId, at)]).toEqual([at, expected]);
      expect([at, await allowed(b.tenantId, at)]).toEqual([at, [true, true]]);
    }
    const end = `/api/v1/operator/interruptions/${begun.body.id}/end`;
    expect((await first.post(end)).status).toBe(204);
    expect(await allowed(a.tenantId, '2026-02-02T02:00:00+09:00')).toEqual([true, true]);
    expect((await first.post(end)).status).toBe(404);
    await app.drain.runDue();
    const kinds = async (by: TestClient): Promise<string[]> => {
      const { items } = (await by.get('/api/v1/notices')).body as { items: { kind: string }[] };
      return items.map(({ kind }) => kind).sort();
    };
    expect([await kinds(a.client), await kinds(b.client)]).toEqual([
      ['contracts.interruption', 'contracts.interruption-over'],
      [],
    ]);
  });
});

describe('that an interruption is announced', () => {
  const told = async (tenants: readonly { readonly client: TestClient }[]): Promise<string[][]> =>
    Promise.all(
      tenants.map(async ({ client }) => {
        const { items } = (await client.get('/api/v1/notices')).body as {
          items: { kind: string }[];
        };
        return items.map(({ kind }) => kind).sort();
      }),
    );

  /** An interruption for three tenants, whom nobody has told yet. */
  const begun = async (): Promise<{
    id: string;
    tenants: Awaited<ReturnType<typeof aTenant>>[];
  }> => {
    const tenants = [await aTenant(), await aTenant(), await aTenant()];
    const { body } = await first.post('/api/v1/operator/interruptions', {
      ...{ reason: 6, sending: true, forms: false, from: '2026-03-01T01:00:00+09:00' },
      tenantIds: tenants.map(({ tenantId }) => tenantId),
      announcement: { ja: '定期保守', en: 'Maintenance' },
    });
    return { id: body.id as string, tenants };
  };

  const once = (kind: string): string[][] => [[kind], [kind], [kind]];

  it('is told once to each, also by jobs that run at the same time, and told again when it is over', async () => {
    const { id: interruptionId, tenants } = await begun();
    const announce = (isOver: boolean): Promise<void> =>
      app.get(AnnounceInterruption).execute({ interruptionId, isOver });
    await Promise.all([announce(false), announce(false), announce(false)]);
    await app.drain.runDue();
    expect(await told(tenants)).toEqual(once('contracts.interruption'));
    await Promise.all([announce(true), announce(true)]);
    expect(await told(tenants)).toEqual(
      tenants.map(() => ['contracts.interruption', 'contracts.interruption-over']),
    );
  });

  it('is told once to each, too, where the job broke down in the middle', async () => {
    const { id: interruptionId, tenants } = await begun();
    const last = tenants.map(({ tenantId }) => tenantId).sort()[2] ?? '';
    const tables = await openTables(app.databaseUrl);
    await tables.query(`
      CREATE FUNCTION balk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$;
      CREATE TRIGGER balk BEFORE INSERT ON notices FOR EACH ROW WHEN (NEW.tenant_id = '${last}') EXECUTE FUNCTION balk()`);
    const announce = (): Promise<void> =>
      app.get(AnnounceInterruption).execute({ interruptionId, isOver: false });
    await expect(announce()).rejects.toThrow('no room');
    await tables.query('DROP TRIGGER balk ON notices');
    await tables.close();
    await announce();
    await announce();
    expect(await told(tenants)).toEqual(once('contracts.interruption'));
  });
});

it('an interruption concerns everybody, or tenants that are named and there', async () => {
  const begin = async (tenantIds: string[]): Promise<unknown[]> => {
    const { status, body } = await first.post('/api/v1/operator/interruptions', {
      ...{ reason: 9, tenantIds, sending: true, forms: false, from: '2026-03-01T01:00:00+09:00' },
      announcement: { ja: '負荷のため', en: 'Load' },
    });
    return [status, body.code, body.field];
  };
  const refused = [422, 'contracts.unknown-tenants', 'tenantIds'];
  const nobody = '0190b2a0-0000-7000-8000-000000000001';
  expect([await begin([]), await begin([nobody])]).toEqual([refused, refused]);
});
