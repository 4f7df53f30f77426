import { MovableClock } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { openTables } from '#test/tables';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyAuditTrail } from './index.js';
import {
  aMember,
  accountsParts,
  anonymousClient,
  operatorClient,
  postedTo,
  registeredTenant,
  testPassword,
} from './testing.js';
import type { TestAnswer } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const password = testPassword;
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ ...accountsParts, clock, env: { TRUST_PROXY: '1' } });
});

afterAll(() => app.stop());

const chrome = 'Mozilla/5.0 (Windows NT 10.0) Chrome/143.0 Safari/537.36';
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1';

const signIn = (
  email: string,
  from: { ip: string; userAgent: string; cookie?: string },
): Promise<TestAnswer> =>
  anonymousClient(app.url, {
    'X-Forwarded-For': from.ip,
    'User-Agent': from.userAgent,
    ...(from.cookie && { Cookie: from.cookie }),
  }).post('/api/v1/session', { email, password });

const cookieNamed = (name: string, answer: TestAnswer): string =>
  answer.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(name))
    ?.split(';', 1)[0] ?? '';

describe('a sign-in from a new device', () => {
  it('is told to the account’s owner, once, and a known browser stays known elsewhere', async () => {
    const { email } = await registeredTenant(app);
    const first = await signIn(email, { ip: '192.0.2.1', userAgent: chrome });
    const cookie = cookieNamed('hikyaku_device', first);
    await signIn(email, { ip: '192.0.2.1', userAgent: chrome });
    await signIn(email, { ip: '203.0.113.9', userAgent: chrome, cookie });
    expect(await postedTo(app, email)).toEqual([]);
    await signIn(email, { ip: '198.51.100.7', userAgent: phone });
    await signIn(email, { ip: '198.51.100.7', userAgent: phone });
    const mails = await postedTo(app, email);
    expect(mails.map(({ subject }) => subject)).toEqual(['新しい端末からサインインがありました']);
    expect(mails[0]?.text).toContain('端末: Safari · iPhone\nネットワーク: 198.51.100.7');
    expect(mails[0]?.text).toMatch(
      /お心当たりがない場合は.*「漏えいの報告」.*\nhttp:\/\/localhost\/console\/settings\/security\n/,
    );
  });
});

describe('the own sessions', () => {
  it('are listed with device and network, and end one by one or all but this one', async () => {
    const { email, client } = await registeredTenant(app);
    clock.advance({ minutes: 1 });
    await client.get('/api/v1/session');
    clock.advance({ minutes: 1 });
    const there = await signIn(email, { ip: '2001:db8::1', userAgent: phone });
    const other = anonymousClient(app.url, { Cookie: cookieNamed('hikyaku_session', there) });
    const then = clock.now().toISOString();
    clock.advance({ minutes: 1 });
    const { items } = (await client.get('/api/v1/sessions')).body;
    expect(items).toEqual([
      expect.objectContaining({ device: 'unknown', current: true }),
      {
        id: expect.any(String),
        device: 'Safari · iPhone',
        network: '2001:db8:0:0::/64',
        openedAt: then,
        lastSeenAt: then,
        secondFactor: null,
        current: false,
      },
    ]);
    const stranger = await registeredTenant(app);
    const route = `/api/v1/sessions/${items[1].id}`;
    expect([
      (await stranger.client.delete(route)).status,
      (await other.get('/api/v1/me')).status,
      (await client.delete(route)).status,
      (await other.get('/api/v1/me')).status,
      (await client.delete(route)).status,
    ]).toEqual([404, 200, 204, 401, 404]);
    await signIn(email, { ip: '192.0.2.8', userAgent: phone });
    expect([
      (await client.delete('/api/v1/sessions')).body,
      (await client.get('/api/v1/sessions')).body.items.length,
    ]).toEqual([{ ended: 1 }, 1]);
  });
});

describe('a reported leak', () => {
  it('ends sessions, voids passwords, refuses keys, and lasts until an owner lifts it', async () => {
    const tenant = await registeredTenant(app);
    const editor = await aMember(app, { ...tenant, role: 'editor' });
    const { secret } = (
      await tenant.client.post('/api/v1/api-keys', { name: 'k', scopes: ['audit.read'] })
    ).body;
    const program = anonymousClient(app.url, { Authorization: `Bearer ${secret}` });
    const held = await signIn(tenant.email, { ip: '192.0.2.10', userAgent: chrome });
    const held401 = anonymousClient(app.url, { Cookie: cookieNamed('hikyaku_session', held) });
    expect((await editor.client.post('/api/v1/leak-reports', { what: 'password' })).status).toBe(
      204,
    );
    expect([
      (await held401.get('/api/v1/me')).status,
      (await program.get('/api/v1/audit')).status,
      (await signIn(tenant.email, { ip: '192.0.2.11', userAgent: chrome })).status,
      (await signIn(editor.email, { ip: '192.0.2.12', userAgent: chrome })).status,
    ]).toEqual([401, 401, 401, 401]);

    const mail = (await postedTo(app, tenant.email)).find(({ subject }) =>
      subject.includes('重要'),
    );
    const token = mail?.link.split('/').at(-1) ?? '';
    expect([mail?.subject, (await postedTo(app, editor.email)).length]).toEqual([
      '【重要】テスト商店 のパスワードを再発行します',
      1,
    ]);
    const anonymous = anonymousClient(app.url);
    await anonymous.post('/api/v1/password-resets/complete', { token, password });
    const back = await signIn(tenant.email, { ip: '192.0.2.13', userAgent: chrome });
    const owner = anonymousClient(app.url, {
      Cookie: cookieNamed('hikyaku_session', back),
      'X-CSRF-Token': back.body.csrfToken,
    });
    expect((await owner.get('/api/v1/me')).body).toMatchObject({
      tenant: { id: tenant.tenantId, slug: tenant.slug },
      frozen: { since: clock.now().toISOString(), what: 'password' },
    });
    expect([
      (await owner.post('/api/v1/leak-reports/lift')).status,
      (await owner.post('/api/v1/leak-reports/lift')).status,
      (await program.get('/api/v1/audit')).status,
      (await owner.get('/api/v1/me')).body.frozen,
    ]).toEqual([204, 404, 200, null]);
  });

  it('of a key revokes all keys, and can be noted and lifted by an operator', async () => {
    const { tenantId, client } = await registeredTenant(app);
    await client.post('/api/v1/api-keys', { name: 'k', scopes: ['audit.read'] });
    const [admin, support] = [await operatorClient(app), await operatorClient(app, 'support')];
    const route = `/api/v1/operator/tenants/${tenantId}/leak-reports`;
    expect([
      (await support.post(route, { what: 'api-key' })).status,
      (await admin.post('/api/v1/leak-reports', { what: 'password' })).status,
      (await admin.post(route, { what: 'api-key' })).status,
      (await admin.post(`${route}/lift`)).status,
    ]).toEqual([403, 403, 204, 204]);
    const rows = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query('SELECT name FROM api_keys WHERE tenant_id = $1 AND revoked_at IS NULL', [
          tenantId,
        ]),
      );
    expect(rows).toEqual([]);
  });
});

describe('an operator in the name of a tenant', () => {
  const path = '/api/v1/settings/assistance';

  it('needs its consent, shows in its trail, and stops when it is over or withdrawn', async () => {
    const { tenantId, client } = await registeredTenant(app);
    const support = await operatorClient(app, 'support');
    const acting = `/api/v1/operator/tenants/${tenantId}/acting`;
    const begin = (): Promise<TestAnswer> => support.post(acting, { reason: '設定の代行' });
    expect((await begin()).body.code).toBe('accounts.assistance-consent-needed');
    const given = await client.post(path, { hours: 2, purpose: '初期設定' });
    expect((await client.get(path)).body.consent).toEqual(given.body);
    clock.advance({ minutes: 1 });

    const inAnHour = new Date(clock.now().getTime() + 3_600_000).toISOString();
    expect([(await begin()).body, (await support.get('/api/v1/me')).body]).toEqual([
      { until: inAnHour },
      expect.objectContaining({
        kind: 'operator',
        tenantId,
        acting: { tenantId, tenantName: 'テスト商店', until: inAnHour },
      }),
    ]);
    expect([
      (await support.get('/api/v1/settings/sender')).status,
      (await support.get('/api/v1/members')).status,
      (await support.get('/api/v1/audit')).status,
      (await support.post(path, { hours: 1, purpose: '延長' })).status,
    ]).toEqual([200, 403, 403, 403]);
    clock.advance({ hours: 1 });
    expect((await support.get('/api/v1/settings/sender')).status).toBe(403);
    await begin();
    expect((await support.get('/api/v1/settings/sender')).status).toBe(200);
    clock.advance({ minutes: 1 });
    expect((await client.delete(path)).status).toBe(204);
    expect([
      (await support.get('/api/v1/settings/sender')).status,
      (await client.delete(path)).status,
    ]).toEqual([403, 404]);
    const { items } = (await client.get('/api/v1/audit?action=assistance.')).body as {
      items: { action: string; actorKind: string }[];
    };
    expect(items.map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ['assistance.withdrawn', 'member'],
      ['assistance.begun', 'operator'],
      ['assistance.begun', 'operator'],
      ['assistance.consented', 'member'],
    ]);
  });

  it('can lay it down', async () => {
    const { tenantId, client } = await registeredTenant(app);
    const support = await operatorClient(app, 'support');
    await client.post(path, { hours: 1, purpose: '相談' });
    await support.post(`/api/v1/operator/tenants/${tenantId}/acting`, { reason: '相談' });
    await support.delete('/api/v1/operator/acting');
    expect([
      (await support.get('/api/v1/me')).body.acting,
      (await support.get('/api/v1/settings/sender')).status,
    ]).toEqual([null, 403]);
  });
});

describe('the chain of seals', () => {
  it('shows every entry that was altered, removed or slipped in, and a chain that was cut', async () => {
    const { tenantId, client } = await registeredTenant(app);
    for (const name of ['a', 'b', 'c', 'd'])
      await client.post('/api/v1/api-keys', { name, scopes: ['audit.read'] });
    const verify = app.get(VerifyAuditTrail);
    const whole = await verify.execute();
    expect([whole.problems, whole.entries > 5]).toEqual([[], true]);
    expect((await verify.execute(whole.head)).problems).toEqual([]);

    const tables = await openTables(app.databaseUrl);
    try {
      const ids = (
        await tables.query<{ id: string }>(
          `SELECT id FROM audit_trail WHERE tenant_id = '${tenantId}' AND action = 'api-key.created' ORDER BY at, id`,
        )
      ).map(({ id }) => id);
      await tables.query(`UPDATE audit_trail SET details = '{"name":"x"}' WHERE id = '${ids[0]}'`);
      await tables.query(`DELETE FROM audit_trail WHERE id = '${ids[1]}'`);
      await tables.query(`ALTER TABLE audit_trail DISABLE TRIGGER await_audit_seal`);
      await tables.query(`INSERT INTO audit_trail (tenant_id, id, at, actor_kind, action, subject_kind, subject_id, details)
        SELECT tenant_id, gen_random_uuid(), at, actor_kind, 'forged', subject_kind, subject_id, details FROM audit_trail WHERE id = '${ids[2]}'`);
      await tables.query(`DELETE FROM audit_seals WHERE seq = ${whole.entries}`);
      const { problems } = await verify.execute(whole.head);
      expect(problems).toEqual([
        expect.stringContaining(`entry ${ids[0]} (seal `),
        expect.stringMatching(/^the entry of seal \d+ was removed$/),
        expect.stringMatching(/^entry \S+ was never written by the platform$/),
        expect.stringMatching(/^entry \S+ was never written by the platform$/),
        'the seal that was written down is not in the chain',
      ]);
    } finally {
      await tables.close();
    }
  });
});
