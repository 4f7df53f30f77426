import { MovableClock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { ApiKeysStore } from './store/api-keys.store.js';
import { AuditStore } from './store/audit.store.js';
import { InvitationsStore } from './store/invitations.store.js';
import { MembersStore } from './store/members.store.js';
import { SenderProfilesStore } from './store/sender-profiles.store.js';
import { TenantsStore } from './store/tenants.store.js';
import { accountsParts, aMember, postedTo, registeredTenant } from './testing.js';
import type { TestClient } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ ...accountsParts, clock });
});

afterAll(() => app.stop());

interface Furnished {
  readonly tenantId: TenantId;
  readonly slug: string;
  readonly memberId: string;
  readonly client: TestClient;
  /** Of the guest who was invited. */
  readonly email: string;
  readonly ids: Readonly<Record<'memberId' | 'invitationId' | 'keyId', string>>;
}

/** A tenant with a row in every table of accounts and notices, and the ids by which its routes name them. */
const furnished = async (): Promise<Furnished> => {
  const tenant = await registeredTenant(app);
  const { client, tenantId, slug } = tenant;
  const member = await aMember(app, { tenantId, slug, role: 'editor' });
  const email = `guest-of-${slug}@example.jp`;
  const invitation = await client.post(
    '/api/v1/invitations',
    { email, role: 'viewer' },
    { 'Idempotency-Key': 'k' },
  );
  const key = await client.post('/api/v1/api-keys', { name: 'k', scopes: ['audit.read'] });
  const profile = { senderName: 'x', fromAddress: 'x@example.jp' };
  await client.put('/api/v1/settings/sender', profile, { 'If-Match': '"v0"' });
  await client.post('/api/v1/password-resets', { email: tenant.email });
  const ids = { memberId: member.memberId, invitationId: invitation.body.id, keyId: key.body.id };
  return { ...tenant, email, ids };
};

const tables = [
  'api_keys',
  'audit_trail',
  'idempotency_keys',
  'invitations',
  'members',
  'notices',
  'password_resets',
  'sender_profiles',
  'sessions',
  'tenants',
];

describe('a member of another tenant', () => {
  it('gets 404 for every id, and sees nothing of it in any list', async () => {
    const a = await furnished();
    const b = await furnished();
    const answers = [
      await b.client.patch(`/api/v1/members/${a.ids.memberId}`, { role: 'owner' }),
      await b.client.delete(`/api/v1/members/${a.ids.memberId}`),
      await b.client.delete(`/api/v1/invitations/${a.ids.invitationId}`),
      await b.client.delete(`/api/v1/api-keys/${a.ids.keyId}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const lists = ['members', 'invitations', 'api-keys', 'audit?limit=200', 'settings/sender'];
    for (const list of lists) {
      const shown = JSON.stringify((await b.client.get(`/api/v1/${list}`)).body);
      const leaked = [a.tenantId, a.slug, a.memberId, ...Object.values(a.ids)].filter((text) =>
        shown.includes(text),
      );
      expect([list, leaked]).toEqual([list, []]);
    }
    expect(await postedTo(app, a.email)).toHaveLength(1);
  });
});

describe('row-level security alone', () => {
  it('shows and changes nothing of another tenant, in any table', async () => {
    const a = await furnished();
    const b = await furnished();
    for (const table of tables) {
      const column = table === 'tenants' ? 'id' : 'tenant_id';
      const count = async (): Promise<unknown> =>
        app.get(Database).inTenant(b.tenantId, async (tx) => {
          const rows = await tx.query<{ of: string }>(
            `SELECT DISTINCT ${column} AS of FROM ${table}`,
          );
          return rows.map(({ of }) => of);
        });
      expect([table, await count()]).toEqual([table, [b.tenantId]]);
      const has = await app
        .get(Database)
        .asSystem((tx) => tx.query(`SELECT FROM ${table} WHERE ${column} = $1`, [a.tenantId]));
      expect([table, has.length > 0]).toEqual([table, true]);
    }
  });

  it('holds when a store is asked for the wrong tenant', async () => {
    const a = await furnished();
    const b = await furnished();
    const nothing = await app
      .get(Database)
      .inTenant(b.tenantId, async (tx) => [
        await app.get(MembersStore).list(tx, a.tenantId),
        await app.get(InvitationsStore).list(tx, a.tenantId),
        await app.get(ApiKeysStore).list(tx, a.tenantId),
        await app.get(MembersStore).find(tx, a.tenantId, a.ids.memberId),
        await app.get(MembersStore).lockOwners(tx, a.tenantId),
        await app.get(InvitationsStore).delete(tx, a.tenantId, a.ids.invitationId),
        await app.get(ApiKeysStore).revoke(tx, a.tenantId, a.ids.keyId, clock.now()),
        await app.get(SenderProfilesStore).find(tx, a.tenantId),
        await app.get(AuditStore).ofTenant(tx, a.tenantId, { limit: 10 }),
        await app.get(TenantsStore).find(tx, a.tenantId),
      ]);
    expect(nothing).toEqual([[], [], [], undefined, [], false, false, undefined, [], undefined]);
  });

  it('lets a tenant write no row of another, and none of nobody', async () => {
    const a = await furnished();
    const b = await furnished();
    const insert = (tenantId: string | null): Promise<unknown> =>
      app.get(Database).inTenant(b.tenantId, (tx) =>
        tx.query(
          `INSERT INTO audit_trail (tenant_id, id, at, actor_kind, action, subject_kind, subject_id, details)
           VALUES ($1, gen_random_uuid(), now(), 'system', 'x', 'x', 'x', '{}')`,
          [tenantId && asTenantId(tenantId)],
        ),
      );
    await expect(insert(a.tenantId)).rejects.toThrow('row-level security');
    await expect(insert(null)).rejects.toThrow('row-level security');
    const own = app.get(Database).inTenant(b.tenantId, (tx) => tx.query(`DELETE FROM tenants`));
    await expect(own).rejects.toThrow('permission denied');
  });
});
