import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { debitScene } from './testing/debit-scene.js';
import type { DebitScene } from './testing/debit-scene.js';
import { testIssuer } from './testing/invoicing.js';
import { owedInvoice } from './testing/owed-invoice.js';
import { transferred } from './testing/transferred.js';
import { AccelerateDebts } from './use-cases/accelerate-debts.js';
import { DunTenant } from './use-cases/dun-tenant.js';
import { RepeatDunningByLetter } from './use-cases/repeat-dunning-by-letter.js';
import { TakeDunningSteps } from './use-cases/take-dunning-steps.js';

let scene: DebitScene;
let tenantId: TenantId;

beforeEach(async () => {
  scene = await debitScene();
  ({ tenantId } = await activeTenant(scene.app));
});

afterEach(() => scene.app.stop());

const on = async (instant: string): Promise<void> => {
  scene.clock.set(instant);
  await scene.app.get(TakeDunningSteps).execute();
  await scene.app.get(TakeDunningSteps).execute(); // a second look takes nothing twice
};

const steps = (): Promise<unknown[]> =>
  scene.app.get(Database).asSystem(async (tx) => {
    const sql = `SELECT step, notice_id IS NOT NULL AS told FROM dunning_steps WHERE tenant_id = $1 ORDER BY taken_at`;
    const rows = await tx.query<{ step: string; told: boolean }>(sql, [tenantId]);
    return rows.map(({ step, told }) => [step, told]);
  });

const proposals = (): Promise<unknown[]> =>
  scene.app
    .get(Database)
    .asSystem((tx) =>
      tx.query(
        'SELECT action, state FROM contract_proposals WHERE tenant_id = $1 ORDER BY action',
        [tenantId],
      ),
    );

const due = (): Promise<number | undefined> =>
  scene.app.get(Database).asSystem(async (tx) => {
    const sql = 'SELECT due_yen AS due FROM contract_dues WHERE tenant_id = $1';
    return (await tx.query<{ due: number }>(sql, [tenantId]))[0]?.due;
  });

describe('an unpaid invoice', () => {
  it('is reminded of, noticed, and proposed for suspension, each once and on its day', async () => {
    await owedInvoice(scene.app, tenantId, { dueDate: '2026-06-29' });
    await on('2026-06-29T23:59:59.999+09:00');
    expect([await steps(), await due()]).toEqual([[], 0]);
    await on('2026-06-30T00:00:00+09:00');
    expect([await steps(), await due()]).toEqual([[['reminder', true]], 5_500]);
    await on('2026-07-06T23:59:59.999+09:00');
    expect(await steps()).toHaveLength(1);
    await on('2026-07-07T00:00:00+09:00');
    expect((await steps())[1]).toEqual(['overdue-notice', true]);
    expect(await proposals()).toEqual([]);
    await on('2026-07-14T00:00:00+09:00');
    expect((await steps())[2]).toEqual(['propose-suspension', false]);
    expect(await proposals()).toEqual([{ action: 'suspend', state: 'open' }]);

    const { body } = await scene.first.get('/api/v1/operator/arrears');
    expect(body).toEqual({
      totalYen: 5_500,
      owedBack: [],
      items: [
        {
          tenantId,
          tenantName: 'テスト商店',
          invoiceId: expect.any(String),
          number: expect.any(String),
          state: 'issued',
          openYen: 5_500,
          dueDate: '2026-06-29',
          daysOverdue: 15,
          steps: [
            expect.objectContaining({ step: 'reminder' }),
            expect.objectContaining({ step: 'overdue-notice' }),
            expect.objectContaining({ step: 'propose-suspension', noticeId: null }),
          ],
          nextStep: null,
        },
      ],
    });
  });

  it('after a pause is not reminded of step by step', async () => {
    await owedInvoice(scene.app, tenantId, { dueDate: '2026-06-29' });
    await on('2026-07-20T09:00:00+09:00');
    expect(await steps()).toEqual([['propose-suspension', false]]);
  });

  it('is proposed for suspension on the day after, not before, where the operator wants it so', async () => {
    const path = '/api/v1/operator/billing/settings';
    const debitSchedule = { leadBusinessDays: 7, closesAtMinute: 960 };
    const etag = (await scene.first.get(path)).headers.get('etag') ?? '';
    const setting = (dunning: object): ReturnType<TestClient['put']> =>
      scene.first.put(path, { issuer: testIssuer, debitSchedule, dunning }, { 'If-Match': etag });
    const wrong = await setting({ reminder: 3, overdueNotice: 2, proposeSuspension: 9 });
    expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([
      422,
      'billing.dunning-order',
      'dunning',
    ]);
    const strict = { reminder: 1, overdueNotice: 1, proposeSuspension: 1 };
    expect((await setting(strict)).body.dunning).toEqual(strict);
    await owedInvoice(scene.app, tenantId, { dueDate: '2026-06-29' });
    await on('2026-06-29T23:59:59.999+09:00');
    expect(await proposals()).toEqual([]);
    await on('2026-06-30T00:00:00+09:00');
    expect(await proposals()).toEqual([{ action: 'suspend', state: 'open' }]);
  });

  it('that is paid takes the proposal of the platform with it, and not what an operator proposed', async () => {
    await owedInvoice(scene.app, tenantId, { dueDate: '2026-06-29' });
    await on('2026-07-14T00:00:00+09:00');
    await scene.first.post(`/api/v1/operator/tenants/${tenantId}/contract/proposals`, {
      action: 'terminate',
      reason: '迷惑メール',
      terminationReason: 'breach',
    });
    await transferred(scene.app, tenantId, 5_000);
    expect(await proposals()).toEqual([
      { action: 'suspend', state: 'open' },
      { action: 'terminate', state: 'open' },
    ]);
    await transferred(scene.app, tenantId, 500);
    expect(await proposals()).toEqual([
      { action: 'suspend', state: 'declined' },
      { action: 'terminate', state: 'open' },
    ]);
  });

  it('is reminded of once, whoever looks after it at the same time', async () => {
    await owedInvoice(scene.app, tenantId, { dueDate: '2026-06-29' });
    scene.clock.set('2026-06-30T00:00:00+09:00');
    const taken = await Promise.all(
      Array.from({ length: 5 }, () => scene.app.get(DunTenant).execute({ tenantId })),
    );
    expect(taken.filter((step) => step !== undefined)).toEqual(['reminder']);
    expect(await steps()).toEqual([['reminder', true]]);
  });

  it('whose notice came back is told again by letter, where there is an address', async () => {
    await owedInvoice(scene.app, tenantId, { dueDate: '2026-06-29' });
    await on('2026-06-30T09:00:00+09:00');
    const noticeOf = (): Promise<{ noticeId: string; bounced: boolean } | undefined> =>
      scene.app.get(Database).asSystem(async (tx) => {
        const sql = `SELECT notice_id AS "noticeId", bounced_at IS NOT NULL AS bounced FROM dunning_steps`;
        return (await tx.query<{ noticeId: string; bounced: boolean }>(sql))[0];
      });
    const first = await noticeOf();
    await scene.app
      .get(RepeatDunningByLetter)
      .execute({ tenantId, noticeId: first?.noticeId ?? '' });
    expect(await noticeOf()).toMatchObject({ bounced: true });
  });
});

describe('the end of a contract', () => {
  const end = (reason: string): Promise<void> =>
    scene.app.get(AccelerateDebts).execute({
      tenantId,
      contractId: contractId ?? '',
      endDate: '2026-06-15',
      reason,
    });
  let contractId: string | undefined;

  beforeEach(async () => {
    await owedInvoice(scene.app, tenantId, { dueDate: '2026-06-29' });
    contractId = await scene.app.get(Database).asSystem(async (tx) => {
      const sql = 'SELECT id FROM contracts WHERE tenant_id = $1';
      return (await tx.query<{ id: string }>(sql, [tenantId]))[0]?.id;
    });
    scene.clock.set('2026-06-16T00:00:00+09:00');
  });

  it.each([
    ['non-payment', 5_500],
    ['tenant-notice', 0],
    ['operator-notice', 0],
  ])('by %s leaves %p yen due at once', async (reason, amount) => {
    await end(reason);
    await scene.app.get(TakeDunningSteps).execute();
    expect(await due()).toBe(amount);
  });

  it('leaves what is invoiced after it its own due date', async () => {
    await end('non-payment');
    await owedInvoice(scene.app, tenantId, { dueDate: '2026-07-27', amount: 1_000 });
    expect(await due()).toBe(5_500);
  });
});

describe('a debt that is given up', () => {
  it('is proposed by one, decided by another, and owed no more', async () => {
    const invoiceId = await owedInvoice(scene.app, tenantId, { dueDate: '2026-06-29' });
    const path = `/api/v1/operator/tenants/${tenantId}/write-offs`;
    const wish = { invoiceId, reason: '破産手続開始決定' };
    expect((await scene.first.post(path, wish)).body.code).toBe('payments.not-overdue');
    await on('2026-06-30T00:00:00+09:00');
    const proposed = await scene.first.post(path, wish);
    expect([proposed.status, proposed.body.amountYen]).toEqual([201, 5_500]);
    expect((await scene.first.post(path, wish)).body.code).toBe('payments.write-off-pending');
    const decide = `/api/v1/operator/write-offs/${String(proposed.body.id)}/approve`;
    expect((await scene.first.post(decide, {})).body.code).toBe('payments.second-person-needed');
    expect((await scene.second.post(decide, {})).body.state).toBe('approved');
    expect([await due(), await scene.states(tenantId)]).toEqual([0, [[['written-off', 0]]]]);
  });
});
