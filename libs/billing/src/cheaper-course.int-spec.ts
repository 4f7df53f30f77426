import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { lineText } from './domain/invoice/invoice-line.js';
import { InvoicesStore } from './store/invoices.store.js';
import { billingParts } from './testing/billing-parts.js';
import { testIssuer } from './testing/invoicing.js';
import { transferred } from './testing/transferred.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';

const clock = new MovableClock('2026-01-01T00:00:00+09:00');
let test: TestApp;
let anna: TestClient;
let bert: TestClient;
let tenantId: TenantId;

const course = (courseCode: string, monthlyFeeYen: number): object => ({
  courseCode,
  setupFeeYen: 0,
  tiers: [{ upTo: null, monthlyFeeYen }],
  options: [],
});

/** A tenant with the dear course that has asked for the cheap one from March on, in time. */
beforeAll(async () => {
  test = await startApp({ ...billingParts, clock });
  anna = await operatorClient(test, 'admin');
  bert = await operatorClient(test, 'admin');
  const names = { ja: 'ライト', en: 'Light' };
  await anna.post('/api/v1/operator/courses', { code: 'LIGHT', names, onSale: true });
  const settings = {
    issuer: testIssuer,
    debitSchedule: { leadBusinessDays: 7, closesAtMinute: 960 },
  };
  await anna.put('/api/v1/operator/billing/settings', settings, { 'If-Match': '"v0"' });
  const prices = {
    effectiveFrom: '2026-01',
    courses: [course('STANDARD', 20_000), course('LIGHT', 5_000)],
  };
  await anna.post('/api/v1/operator/prices', prices);
  await bert.post('/api/v1/operator/prices/1/publish');
  ({ tenantId } = await activeTenant(test));
  await test.get(IssueInitialInvoice).execute({ tenantId });
  await transferred(test, tenantId, 22_000);
  await moveTo('2026-01-11T00:00:00+09:00');
  await transferred(test, tenantId, 22_000);
});

afterAll(() => test.stop());

const moveTo = async (instant: string): Promise<void> => {
  clock.set(instant);
  await test.drain.sweep();
};

const lastInvoice = (): Promise<unknown> =>
  test.get(Database).asSystem(async (tx) => {
    const [invoice] = await test.get(InvoicesStore).list(tx, tenantId, null, 1);
    const lines = await test.get(InvoicesStore).lines(tx, tenantId, invoice?.id ?? '');
    return [invoice?.total, ...lines.map((line) => lineText(line, 'ja'))];
  });

it('accepted after its first month was billed ahead at the old price: the difference goes back by a credit note', async () => {
  await moveTo('2026-02-10T12:00:00+09:00');
  const changes = `/api/v1/operator/tenants/${tenantId}/contract/change-requests`;
  const asked = await anna.post(changes, {
    channel: 'mail',
    arrivedAt: '2026-02-10T03:00:00.000Z',
    desiredMonth: '2026-03',
    courseCode: 'LIGHT',
  });
  expect(asked.status).toBe(201);
  await moveTo('2026-02-11T00:00:00+09:00');
  await transferred(test, tenantId, 22_000);
  await moveTo('2026-02-20T12:00:00+09:00');
  const answer = `${changes}/${asked.body.id as string}/answer`;
  expect((await anna.post(answer, { answer: 'accept' })).status).toBe(204);
  await moveTo('2026-03-11T00:00:00+09:00');
  await transferred(test, tenantId, 5_500);
  await moveTo('2026-04-11T00:00:00+09:00');
  const next = [5_500, '基本利用料金（前払い） 2026年5月分'];
  expect(await lastInvoice()).toEqual(next);
  const notes = '/api/v1/operator/credit-notes';
  const { items } = (await anna.get(notes)).body as { items: { id: string }[] };
  expect(items).toMatchObject([{ tenantId, totalYen: 16_500, state: 'proposed' }]);
  await transferred(test, tenantId, 5_500);
  expect((await anna.post(`${notes}/${items[0]?.id ?? ''}/approve`)).status).toBe(204);
  await moveTo('2026-05-11T00:00:00+09:00');
  expect(await lastInvoice()).toEqual([5_500, '基本利用料金（前払い） 2026年6月分']);
  expect((await anna.get(notes)).body).toEqual({ items: [] });
});
