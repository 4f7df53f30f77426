import { operatorClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { OwedAmounts } from '#lib/contracts';
import { contractOf } from '#lib/contracts/testing';
import { PlainDate, yen } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let platform: CalendarPlatform;
let tenantId: TenantId;
let owner: TestClient;
let operator: TestClient;

/** Lets the clock stand at that instant, and does what is due by then. */
const until = async (instant: string): Promise<void> => {
  platform.clock.set(instant);
  await platform.drain.runDue();
  await platform.drain.sweep();
};

/** Says what the tenant owes, as billing would. */
const owe = (dueYen: number, oldestDueDate: string | null): Promise<void> =>
  platform.get(Database).inTenant(tenantId, (tx) =>
    platform.get(OwedAmounts).record(tx, {
      tenantId,
      dueYen: yen(dueYen),
      oldestDueDate: oldestDueDate === null ? null : PlainDate.from(oldestDueDate),
      receivableTotalYen: yen(dueYen),
    }),
  );

const decide = (verb: 'suspend' | 'resume'): Promise<TestAnswer> =>
  operator.post(`/api/v1/operator/tenants/${tenantId}/contract/${verb}`, { reason: '料金' });

beforeEach(async () => {
  platform = await startCalendarPlatform('2026-08-01T09:00:00+09:00');
  ({ tenantId, client: owner } = await contractOf(platform, PlainDate.from('2026-08-01')));
  operator = await operatorClient(platform, 'billing');
  await owe(5500, '2026-08-31');
  await until('2026-08-31T23:59:59.999+09:00');
  expect((await decide('suspend')).status).toBe(409); // the due date itself is not over
  await until('2026-09-01T00:00:00+09:00');
  expect((await decide('suspend')).status).toBe(200);
});

afterEach(() => platform.stop());

describe('a tenant that was suspended for an invoice due on 31 August 2026', () => {
  it('is served again when it asks and pays on the last possible day, whenever the operator decides', async () => {
    await until('2027-02-28T23:59:59.999+09:00');
    const { body } = await owner.get('/api/v1/contract');
    expect(body).toMatchObject({
      status: 'suspended',
      can: { resume: true, resumeUntil: '2027-02-28' },
    });
    await owner.post('/api/v1/contract/resumption');
    const unpaid = await decide('resume');
    expect([unpaid.status, unpaid.body.params.unmet]).toEqual([409, 'balance-settled']);
    await owe(0, null);
    await until('2027-03-05T09:00:00+09:00');
    const resumed = await decide('resume');
    expect([resumed.status, resumed.body.status]).toEqual([200, 'active']);
  });

  it('stays suspended when it pays an instant later: nothing is left but the end', async () => {
    await owner.post('/api/v1/contract/resumption');
    await until('2027-03-01T00:00:00+09:00');
    await owe(0, null);
    const late = await decide('resume');
    expect([late.status, late.body.params.unmet]).toEqual([409, 'within-unpaid-period']);
    const path = `/api/v1/operator/tenants/${tenantId}/contract`;
    const proposal = {
      action: 'terminate',
      reason: '未収6ヶ月超',
      terminationReason: 'non-payment',
    };
    const { body } = await operator.post(`${path}/proposals`, proposal);
    const second = await operatorClient(platform, 'billing');
    const approved = await second.post(`${path}/proposals/${body.id}/approve`);
    expect([approved.status, (await operator.get(path)).body]).toMatchObject([
      204,
      { status: 'terminated', endReason: 'non-payment', endDate: '2027-03-01' },
    ]);
  });

  it('goes on owing for the minimum term, and may end the contract like anybody else', async () => {
    await until('2027-01-31T23:59:59+09:00');
    const { body } = await owner.post('/api/v1/contract/end-notices', {});
    expect(body).toMatchObject({ status: 'suspended', endDate: '2027-02-28' });
  });
});
