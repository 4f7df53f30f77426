import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Letters } from '#lib/notices';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { ProposeSuspension, ProposeTermination } from './index.js';
import { contractOf, contractsParts, oweSinceYesterday } from './testing.js';

const clock = new MovableClock('2026-01-10T12:00:00+09:00');
let app: TestApp;
let first: TestClient;
let second: TestClient;

beforeAll(async () => {
  app = await startApp({ ...contractsParts, clock });
  first = await operatorClient(app, 'billing');
  second = await operatorClient(app, 'billing');
});

afterAll(() => app.stop());

const aTenant = (): ReturnType<typeof contractOf> => contractOf(app, PlainDate.from('2026-01-10'));

const of = (tenantId: TenantId): string => `/api/v1/operator/tenants/${tenantId}/contract`;

const status = async (tenantId: TenantId): Promise<string> =>
  (await first.get(of(tenantId))).body.status;

/** Carries the newest letter to the tenant on that day. */
const deliver = async (tenantId: TenantId, on: string): Promise<void> => {
  const letters = app.get(Letters);
  const mine = (await letters.list()).filter((letter) => letter.tenantId === tenantId);
  const { id = '' } = mine.at(-1) ?? {};
  await letters.posted(id);
  await letters.delivered(id, PlainDate.from(on));
  await app.drain.runDue();
};

describe('a proposal', () => {
  it('of dunning to suspend is carried out by an operator, once', async () => {
    const { tenantId } = await aTenant();
    await oweSinceYesterday(app, tenantId, 5500);
    const propose = (): Promise<void> =>
      app
        .get(Database)
        .inTenant(tenantId, (tx) =>
          app.get(ProposeSuspension).within(tx, { tenantId, reason: '支払期限を経過' }),
        );
    await propose();
    await propose();
    const inbox = await first.get('/api/v1/operator/contract-inbox');
    const { proposals } = inbox.body as { proposals: { id: string; tenantId: string }[] };
    const mine = proposals.filter((proposal) => proposal.tenantId === tenantId);
    expect(mine).toMatchObject([{ action: 'suspend', proposedBy: null, state: 'open' }]);
    const path = `${of(tenantId)}/proposals/${mine[0]?.id ?? ''}/approve`;
    expect((await first.post(path)).status).toBe(204);
    expect([await status(tenantId), (await first.post(path)).status]).toEqual(['suspended', 404]);
  });

  it('to terminate at once needs a second person, and a contract that has not changed since', async () => {
    const { tenantId } = await aTenant();
    const made = await first.post(`${of(tenantId)}/proposals`, {
      action: 'terminate',
      reason: '架空のアドレスを登録',
      terminationReason: 'breach',
    });
    const path = `${of(tenantId)}/proposals/${made.body.id}`;
    const own = await first.post(`${path}/approve`);
    expect([own.status, own.body.code]).toEqual([403, 'contracts.same-person']);
    await oweSinceYesterday(app, tenantId, 1);
    await first.post(`${of(tenantId)}/suspend`, { reason: 'x' });
    const stale = await second.post(`${path}/approve`);
    expect([stale.status, stale.body.code]).toEqual([409, 'contracts.subject-changed']);
    expect((await second.post(`${path}/decline`)).status).toBe(204);

    const again = await first.post(`${of(tenantId)}/proposals`, {
      action: 'terminate',
      reason: '架空のアドレスを登録',
      terminationReason: 'breach',
    });
    const approved = await second.post(`${of(tenantId)}/proposals/${again.body.id}/approve`);
    expect([approved.status, await status(tenantId)]).toEqual([204, 'terminated']);
    expect((await first.get(of(tenantId))).body).toMatchObject({
      endDate: '2026-01-10',
      endReason: 'breach',
      eraseServiceDataBy: '2026-01-17',
      suspensions: [{ until: null }],
    });
  });

  it('of dunning to terminate is taken up by one person and carried out by another', async () => {
    const { tenantId } = await aTenant();
    await app
      .get(Database)
      .inTenant(tenantId, (tx) =>
        app.get(ProposeTermination).within(tx, { tenantId, reason: '未収6ヶ月超' }),
      );
    const shown = async (): Promise<{ id: string; proposedBy: string | null; state: string }> =>
      (await first.get(of(tenantId))).body.proposals[0];
    const { id, proposedBy } = await shown();
    expect(proposedBy).toBeNull();
    const approve = (by: TestClient): ReturnType<TestClient['post']> =>
      by.post(`${of(tenantId)}/proposals/${id}/approve`);
    expect([(await approve(first)).status, await status(tenantId)]).toEqual([204, 'active']);
    expect(await shown()).toMatchObject({ proposedBy: expect.any(String), state: 'open' });
    const alone = await approve(first);
    expect([alone.status, alone.body.code]).toEqual([403, 'contracts.same-person']);
    expect([(await approve(second)).status, await status(tenantId)]).toEqual([204, 'terminated']);
    const waiting = (await first.get('/api/v1/operator/contract-inbox')).body.proposals;
    expect(waiting).not.toContainEqual(expect.objectContaining({ tenantId }));
  });

  it('is decided once, whoever decides at the same time', async () => {
    const { tenantId } = await aTenant();
    const made = await first.post(`${of(tenantId)}/proposals`, {
      action: 'terminate',
      reason: 'x',
      terminationReason: 'insolvency',
    });
    const path = `${of(tenantId)}/proposals/${made.body.id}`;
    const race = await Promise.all(
      ['approve', 'decline', 'approve', 'decline'].map((verb) => second.post(`${path}/${verb}`)),
    );
    expect(race.map(({ status: code }) => code).sort()).toEqual([204, 404, 404, 404]);
  });
});

describe('a cure notice', () => {
  it('names only acts that the terms number', async () => {
    const { tenantId } = await aTenant();
    const asked = { breach: '表示義務の不履行', prohibitedActs: ['P14', 'P20'] };
    expect(await first.post(`${of(tenantId)}/cure-notices`, asked)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'prohibitedActs' }] },
    });
  });

  it('counts its days from the arrival, and only its failure ends the contract', async () => {
    const { tenantId } = await aTenant();
    const made = await first.post(`${of(tenantId)}/cure-notices`, {
      breach: '表示義務の不履行',
      prohibitedActs: ['P14'],
    });
    const path = `${of(tenantId)}/cure-notices/${made.body.id}`;
    const shown = async (): Promise<unknown> => (await first.get(of(tenantId))).body.cures;
    expect(await shown()).toMatchObject([{ state: 'not-arrived', lastDay: null }]);
    clock.set('2026-01-12T12:00:00+09:00');
    await deliver(tenantId, '2026-01-12');
    expect(await shown()).toMatchObject([{ state: 'running', lastDay: '2026-01-26' }]);
    clock.set('2026-01-26T23:59:59.999+09:00');
    const early = await first.post(`${path}/terminate`);
    expect([early.status, early.body.params.unmet]).toEqual([409, 'cure-failed']);
    clock.set('2026-01-27T00:00:00+09:00');
    expect((await first.post(`${path}/terminate`)).status).toBe(204);
    expect(await status(tenantId)).toBe('terminated');
  });

  it('that is heeded ends nothing', async () => {
    const { tenantId } = await aTenant();
    const made = await first.post(`${of(tenantId)}/cure-notices`, { breach: '表示', days: 1 });
    const path = `${of(tenantId)}/cure-notices/${made.body.id}`;
    await deliver(tenantId, '2026-01-27');
    expect((await first.post(`${path}/cured`)).status).toBe(204);
    clock.set('2026-02-01T00:00:00+09:00');
    expect((await first.post(`${path}/terminate`)).status).toBe(409);
    expect(await status(tenantId)).toBe('active');
  });
});
