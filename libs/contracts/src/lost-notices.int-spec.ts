import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Letters, NoteBounce } from '#lib/notices';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { contractOf, contractsParts } from './testing.js';

const clock = new MovableClock('2026-08-30T12:00:00+09:00');
let relay: SmtpSink;
let app: TestApp;
let operator: TestClient;

beforeAll(async () => {
  relay = await startSink();
  app = await startApp({ ...contractsParts, clock, env: { SMTP_URL: relay.url } });
  operator = await operatorClient(app, 'billing');
});

afterAll(async () => {
  await app.stop();
  await relay.stop();
});

const aTenant = (): ReturnType<typeof contractOf> => contractOf(app, PlainDate.from('2026-01-01'));

const of = (tenantId: TenantId): string => `/api/v1/operator/tenants/${tenantId}/contract`;

describe('a notice of the operator', () => {
  it('that comes back from the mail address goes by letter, and ends the month after that one', async () => {
    const { tenantId, client } = await aTenant();
    const changes = { plannedDate: '2026-08-01', email: 'gone@example.jp' };
    await client.post('/api/v1/contract/details-changes', changes);
    await operator.post(`${of(tenantId)}/end-notices`, { reason: '提供の終了' });
    await app.drain.runDue();
    const shown = async (): Promise<unknown> => (await operator.get(of(tenantId))).body;
    expect(await shown()).toMatchObject({
      endDate: '2026-09-30',
      endNotices: [{ channel: 'mail', arrivedAt: '2026-08-30T03:00:00.000Z' }],
    });
    const [mail] = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ id: string }>(
          `SELECT id FROM notices WHERE tenant_id = $1 AND kind = 'contracts.operator-termination'`,
          [tenantId],
        ),
      );
    const bounce = (): Promise<boolean> =>
      app
        .get(Database)
        .asSystem((tx) =>
          app.get(NoteBounce).within(tx, `returned-${(mail?.id ?? '').replaceAll('-', '')}@x.jp`),
        );
    expect([await bounce(), await bounce()]).toEqual([true, true]);
    await app.drain.runDue();
    expect(await shown()).toMatchObject({
      endDate: null,
      endNotices: [{ channel: 'letter', arrivedAt: null }],
    });
    const letters = app.get(Letters);
    const mine = (await letters.list()).filter(
      (l) => l.tenantId === tenantId && l.kind === 'contracts.operator-termination',
    );
    expect(mine).toHaveLength(1);
    clock.set('2026-09-03T12:00:00+09:00');
    const id = mine[0]?.id ?? '';
    const path = `/api/v1/operator/letters/${id}`;
    expect((await operator.post(`${path}/posted`, { postedOn: '2026-08-29' })).status).toBe(422);
    expect((await operator.post(`${path}/posted`, { postedOn: '2026-08-31' })).status).toBe(204);
    expect((await operator.post(`${path}/delivered`, { deliveredOn: '2026-09-01' })).status).toBe(
      204,
    );
    await app.drain.runDue();
    expect(await shown()).toMatchObject({ endDate: '2026-10-31', endReason: 'operator-notice' });
  });

  it('that finds no address is an operator’s to tell: here by the portal, where it arrives at once', async () => {
    const { tenantId, client } = await aTenant();
    await operator.post(`${of(tenantId)}/cure-notices`, { breach: '表示義務の不履行' });
    const letters = app.get(Letters);
    const letter = (await letters.list()).find((l) => l.tenantId === tenantId);
    await letters.posted(letter?.id ?? '');
    await letters.returned(letter?.id ?? '');
    await app.drain.runDue();
    const lost = async (): Promise<{ id: string; kind: string }[]> => {
      const { lostNotices } = (await operator.get('/api/v1/operator/contract-inbox')).body as {
        lostNotices: { id: string; tenantId: string; kind: string }[];
      };
      return lostNotices.filter((each) => each.tenantId === tenantId);
    };
    expect(await lost()).toMatchObject([{ kind: 'contracts.cure-notice', channel: 'letter' }]);
    const path = `/api/v1/operator/tenants/${tenantId}/lost-notices/${letter?.id ?? ''}`;
    const byMail = await operator.post(`${path}/again`, { channel: 'mail' });
    expect([byMail.status, byMail.body.code]).toEqual([422, 'contracts.no-address']);
    expect((await operator.post(`${path}/again`, { channel: 'portal' })).status).toBe(204);
    await app.drain.runDue();
    expect((await operator.get(of(tenantId))).body.cures).toMatchObject([{ state: 'running' }]);
    const { items } = (await client.get('/api/v1/notices')).body as {
      items: { kind: string; channel: string }[];
    };
    expect(items.map(({ kind, channel }) => `${kind} ${channel}`).sort()).toEqual([
      'contracts.cure-notice letter',
      'contracts.cure-notice portal',
    ]);
    const again = await operator.post(`${path}/let-be`);
    expect([await lost(), again.status, again.body.code]).toEqual([[], 409, 'notices.not-lost']);
  });
});
