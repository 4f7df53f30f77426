import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { billingScene } from '#lib/billing/testing';
import type { BillingScene } from '#lib/billing/testing';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let platform: CalendarPlatform;
let operator: TestClient;
let tenant: BillingScene['tenant'];

beforeEach(async () => {
  platform = await startCalendarPlatform('2026-05-20T10:00:00+09:00');
  ({ clerk: operator, tenant } = await billingScene(platform));
});

afterEach(() => platform.stop());

interface Overdue {
  readonly openYen: number;
  readonly dueDate: string;
  readonly steps: readonly { readonly step: string }[];
}

const overdue = async (): Promise<{ totalYen: number; items: Overdue[] }> =>
  (await operator.get('/api/v1/operator/arrears')).body as { totalYen: number; items: Overdue[] };

const steps = async (): Promise<unknown> =>
  (await overdue()).items.map((item) => [item.dueDate, ...item.steps.map(({ step }) => step)]);

const onContract = (verb: string, body: object = {}): Promise<TestAnswer> =>
  operator.post(`/api/v1/operator/tenants/${tenant.tenantId}/contract/${verb}`, body);

const stage = async (): Promise<unknown> =>
  (await operator.get(`/api/v1/operator/tenants/${tenant.tenantId}/contract`)).body.status;

/** The invoice that is due on 29 June is never paid, and the operator suspends on 15 July. */
const suspended = async (): Promise<void> => {
  await platform.until('2026-06-30T02:00:00+09:00');
  expect(await steps()).toEqual([['2026-06-29', 'reminder']]);
  await platform.until('2026-07-07T02:00:00+09:00');
  expect(await steps()).toEqual([['2026-06-29', 'reminder', 'overdue-notice']]);
  await platform.until('2026-07-14T12:00:00+09:00');
  expect(await steps()).toEqual([
    ['2026-06-29', 'reminder', 'overdue-notice', 'propose-suspension'],
  ]);
  const { body } = await operator.get(`/api/v1/operator/tenants/${tenant.tenantId}/contract`);
  const [proposal] = body.proposals as { id: string; action: string; state: string }[];
  expect(proposal).toMatchObject({ action: 'suspend', state: 'open' });
  expect((await onContract(`proposals/${proposal?.id ?? ''}/approve`)).status).toBe(204);
  expect(await stage()).toBe('suspended');
};

describe('a tenant that does not pay', () => {
  it('is reminded, suspended by the operator, and back on the last possible day once all is paid', async () => {
    await suspended();
    await platform.until('2026-12-29T23:50:00+09:00');
    const { totalYen } = await overdue();
    await tenant.pay(totalYen - 1);
    await tenant.client.post('/api/v1/contract/resumption');
    const short = await onContract('resume', { reason: '入金確認' });
    expect([short.status, await stage()]).toEqual([409, 'suspended']); // one yen is still owed
    await tenant.pay(1);
    platform.clock.set('2026-12-29T23:59:59.999+09:00');
    const resumed = await onContract('resume', { reason: '入金確認' });
    expect([resumed.status, await stage()]).toEqual([200, 'active']);
    expect(await overdue()).toEqual({ totalYen: 0, items: [], owedBack: [] });
  });

  it('is back when it paid on the last possible day, though the bank tells of it a day later', async () => {
    await suspended();
    await platform.until('2026-12-29T23:50:00+09:00');
    await tenant.client.post('/api/v1/contract/resumption');
    await platform.until('2026-12-30T10:00:00+09:00');
    await tenant.pay((await overdue()).totalYen, '081229');
    const resumed = await onContract('resume', { reason: '入金確認' });
    expect([resumed.status, await stage()]).toEqual([200, 'active']);
  });

  it('a day late stays suspended though all is paid, and termination is all that is left', async () => {
    await suspended();
    await platform.until('2026-12-30T02:00:00+09:00');
    expect((await overdue()).items[0]?.steps.at(-1)?.step).toBe('propose-termination');
    await tenant.pay((await overdue()).totalYen);
    await tenant.client.post('/api/v1/contract/resumption');
    const late = await onContract('resume', { reason: '入金確認' });
    expect([late.status, await stage()]).toEqual([409, 'suspended']);
  });
});

describe('a tenant that pays by transfer', () => {
  it('pays a part, is reminded of the rest, and its surplus pays the next month', async () => {
    await platform.until('2026-06-20T10:00:00+09:00');
    await tenant.pay(5_000); // of 5,500: the fee was taken off
    await platform.until('2026-06-30T02:00:00+09:00');
    expect((await overdue()).items).toMatchObject([{ openYen: 500, dueDate: '2026-06-29' }]);
    await tenant.pay(2_500);
    const method = await tenant.client.get('/api/v1/billing/payment-method');
    expect([method.body.method, method.body.creditYen]).toEqual(['bank-transfer', 2_000]);
    await platform.until('2026-07-28T02:00:00+09:00'); // August was invoiced on the 11th: 5,500, less the credit
    expect(await overdue()).toMatchObject({
      totalYen: 3_500,
      items: [{ openYen: 3_500, dueDate: '2026-07-27' }],
    });
  });
});
