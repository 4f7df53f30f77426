import { MovableClock } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { AuditTrail, SenderProfiles, Tenants } from './index.js';
import type { AuditEntryView } from './http/audit.dto.js';
import { accountsParts, aMember, operatorClient, registeredTenant } from './testing.js';
import type { TestAnswer, TestClient } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ ...accountsParts, clock });
});

afterAll(() => app.stop());

const path = '/api/v1/settings/sender';
const legal = {
  name: '桜書店株式会社',
  postalAddress: '〒100-0001 東京都千代田区千代田1-1',
  contact: '03-0000-0000',
  responsibleParty: null,
};
const profile = {
  senderName: '桜書店',
  fromAddress: 'news@sakura.example.jp',
  replyToAddress: 'help@sakura.example.jp',
  legal,
};

describe('the sender profile', () => {
  it('begins with what is known of the tenant and no legal display', async () => {
    const { tenantId, slug, client } = await registeredTenant(app, { name: '梅堂' });
    const first = {
      senderName: '梅堂',
      fromAddress: `${slug}@mail.hikyaku.test`,
      replyToAddress: null,
      legal: null,
    };
    const { body, headers } = await client.get(path);
    const read = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(SenderProfiles).get(tx, tenantId));
    expect([body, headers.get('etag'), read]).toEqual([first, '"v0"', first]);
  });

  it('is replaced as a whole by who edited the latest version', async () => {
    const { client } = await registeredTenant(app);
    const put = (version: number, body: object = profile): Promise<TestAnswer> =>
      client.put(path, body, { 'If-Match': `"v${version}"` });
    const race = await Promise.all([put(0), put(0), put(0), put(0)]);
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const second = await put(1, { senderName: '桜', fromAddress: '<>' });
    expect([second.status, second.body.code, second.body.field]).toEqual([
      422,
      'accounts.bad-address',
      'fromAddress',
    ]);
    const short = { senderName: '桜', fromAddress: 'a@EXAMPLE.jp' };
    const third = await put(1, short);
    expect([third.status, third.body, third.headers.get('etag')]).toEqual([
      200,
      { senderName: '桜', fromAddress: 'a@example.jp', replyToAddress: null, legal: null },
      '"v2"',
    ]);
    expect((await put(1)).body.code).toBe('request.version-changed');
    expect((await client.put(path, profile)).body.code).toBe('request.if-match-needed');
  });

  it.each([
    [{ senderName: 'a\r\nBcc: x@example.jp' }, 'senderName', 'isClean'],
    [{ senderName: '' }, 'senderName', 'minLength'],
    [{ legal: { name: 'x' } }, 'legal.postalAddress', 'isString'],
    [{ legal: [] }, 'legal', 'isObject'],
    [{ color: 'red' }, 'color', 'whitelistValidation'],
  ])('takes no %j', async (change, field, code) => {
    const { client } = await registeredTenant(app);
    const answer = await client.put(path, { ...profile, ...change }, { 'If-Match': '"v0"' });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, code }));
  });
});

describe('the audit trail', () => {
  const readAll = async (client: TestClient, route: string): Promise<AuditEntryView[]> => {
    const items: AuditEntryView[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: TestAnswer = await client.get(
        `${route}${route.includes('?') ? '&' : '?'}limit=2${cursor && `&cursor=${cursor}`}`,
      );
      items.push(...body.items);
      cursor = body.nextCursor;
    }
    return items;
  };

  it('says who did what, newest first, page by page, to owners only', async () => {
    const { tenantId, slug, memberId, client } = await registeredTenant(app);
    const editor = await aMember(app, { tenantId, slug, role: 'editor' });
    await client.get('/api/v1/session');
    clock.advance({ minutes: 1 });
    await client.patch(`/api/v1/members/${editor.memberId}`, { role: 'viewer' });
    clock.advance({ minutes: 1 });
    await client.delete(`/api/v1/members/${editor.memberId}`);
    clock.advance({ minutes: 1 });
    await client.put(path, profile, { 'If-Match': '"v0"' });

    const by = { tenantId, actorKind: 'member', actorId: memberId, actorName: '山田 花子' };
    const trail = await readAll(client, '/api/v1/audit');
    expect(trail.slice(0, 3)).toMatchObject([
      { ...by, action: 'sender-profile.changed', subjectKind: 'tenant', subjectId: tenantId },
      {
        ...by,
        action: 'member.removed',
        subjectId: editor.memberId,
        details: { name: '山田 花子', role: 'viewer' },
      },
      { ...by, action: 'member.role-changed', details: { from: 'editor', to: 'viewer' } },
    ]);
    expect(
      trail
        .slice(3)
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['member.added', 'member.added', 'session.opened', 'tenant.registered']);
    const admin = await operatorClient(app);
    const all = await readAll(admin, `/api/v1/operator/audit?tenantId=${tenantId}`);
    expect(all).toEqual(trail);
    const whole = await readAll(admin, '/api/v1/operator/audit');
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThan(all.length);
    const viewer = await aMember(app, { tenantId, slug, role: 'viewer' });
    expect((await viewer.client.get('/api/v1/audit')).status).toBe(403);
  });

  it.each(['x', 'WyJ4IiwieCJd', 'WyIyMDI2LTA0LTAxIiwieCJd', 'e30'])(
    'answers the made-up cursor %s with a problem',
    async (cursor) => {
      const { client } = await registeredTenant(app);
      const answer = await client.get(`/api/v1/audit?cursor=${cursor}`);
      expect([answer.status, answer.body.code]).toEqual([422, 'request.bad-cursor']);
    },
  );

  it('cannot be changed or shortened, by no role a process has', async () => {
    const { tenantId } = await registeredTenant(app);
    const database = app.get(Database);
    for (const sql of [
      `UPDATE audit_trail SET action = 'x'`,
      'DELETE FROM audit_trail',
      'TRUNCATE audit_trail',
    ]) {
      await expect(database.inTenant(tenantId, (tx) => tx.query(sql))).rejects.toThrow(
        'permission denied',
      );
      await expect(database.asSystem((tx) => tx.query(sql))).rejects.toThrow('permission denied');
    }
  });

  it('forgets a deed whose transaction fails', async () => {
    const { tenantId, client } = await registeredTenant(app);
    const failing = app.get(Database).inTenant(tenantId, async (tx) => {
      await app.get(AuditTrail).record(tx, {
        tenantId,
        actor: { kind: 'system' },
        action: 'test.done',
        subject: { kind: 'test', id: 'x' },
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const actions = (await readAll(client, '/api/v1/audit')).map(({ action }) => action);
    expect(actions).not.toContain('test.done');
  });
});

describe('a tenant', () => {
  it('is found by its slug and by its id', async () => {
    const { tenantId, slug } = await registeredTenant(app, { name: '梅堂' });
    const tenant = { id: tenantId, slug, name: '梅堂', locale: 'ja' };
    const byId = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(Tenants).get(tx, tenantId));
    expect([await app.get(Tenants).bySlug(slug), byId]).toEqual([tenant, tenant]);
    expect(await app.get(Tenants).bySlug('nobody')).toBeUndefined();
  });
});
