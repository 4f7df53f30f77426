import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { billingParts } from './testing/billing-parts.js';
import { readyToInvoice } from './testing/invoicing.js';
import { owedInvoice } from './testing/owed-invoice.js';
import { transferred } from './testing/transferred.js';

const clock = new MovableClock('2026-07-11T00:00:00+09:00');
let test: TestApp;
let anna: TestClient;
let bert: TestClient;
let path: string;

/** 12,000 yen at 10 %, 1,009 yen at 8 %, 300 yen outside the tax. */
const lines = [
  { amountYen: 12_000, taxCategory: 'standard', text: '基本利用料金', replacesLine: 1 },
  { amountYen: 1_009, taxCategory: 'reduced', text: '軽減税率の品' },
  { amountYen: 300, taxCategory: 'outside', text: '実費' },
];

beforeAll(async () => {
  test = await startApp({ ...billingParts, clock });
  anna = await operatorClient(test, 'billing');
  bert = await operatorClient(test, 'billing');
  await readyToInvoice(test, '2026-07');
  const { tenantId } = await activeTenant(test);
  const operator = '/api/v1/operator';
  const invoices = `${operator}/tenants/${tenantId}/invoices`;
  const wrong = await owedInvoice(test, tenantId);
  const asked = await anna.post(`${invoices}/${wrong}/correction`, { reason: '誤り', lines });
  const approval = `${operator}/invoice-corrections/${asked.body.id as string}/approve`;
  const { body } = await bert.post(approval);
  path = `${invoices}/${body.newInvoiceId as string}`;
  await transferred(test, tenantId, 14_589);
});

afterAll(() => test.stop());

const credit = async (given: object): ReturnType<TestClient['post']> =>
  anna.post(`${path}/credit-notes`, { reason: '値引き', ...given });
const part = (category: string, ratePercent: number, amountYen: number): object => ({
  category,
  ratePercent,
  amountYen,
});
const groupsOf = (id: string): Promise<unknown[]> =>
  test
    .get(Database)
    .asSystem((tx) =>
      tx.query('SELECT state, groups, total_yen AS total FROM credit_notes WHERE id = $1', [id]),
    );

it.each([
  [{ amounts: [part('reduced', 10, 1)] }, 'billing.credit-no-such-rate'],
  [{ amounts: [part('reduced', 8, 1_010)] }, 'billing.credit-more-than-invoiced'],
  [{ amounts: [] }, 'billing.credit-nothing'],
  [{ amountYen: 13_010 }, 'billing.credit-more-than-invoiced'],
  [{ amountYen: 1, amounts: [part('reduced', 8, 1)] }, 'billing.credit-one-way'],
  [{}, 'billing.credit-one-way'],
])('is refused for %j', async (given, code) => {
  expect(await credit(given)).toMatchObject({ status: 422, body: { code } });
});

it('takes an amount for each, the rest from the highest down, and all of it in the end', async () => {
  const each = { amounts: [part('standard', 10, 2_000), part('reduced', 8, 500)] };
  const { id: first } = (await credit(each)).body as { id: string };
  const { id: rest } = (await credit({ amountYen: 10_509 })).body as { id: string };
  for (const id of [first, rest])
    expect((await bert.post(`/api/v1/operator/credit-notes/${id}/approve`)).status).toBe(204);
  expect([await groupsOf(first), await groupsOf(rest)]).toEqual([
    [
      {
        state: 'issued',
        groups: [
          { category: 'standard', ratePercent: 10, base: 2_000, tax: 200 },
          { category: 'reduced', ratePercent: 8, base: 500, tax: 40 },
        ],
        total: 2_740,
      },
    ],
    [
      {
        state: 'issued',
        groups: [
          { category: 'standard', ratePercent: 10, base: 10_000, tax: 1_000 },
          { category: 'reduced', ratePercent: 8, base: 509, tax: 40 },
        ],
        total: 11_549,
      },
    ],
  ]);
  expect((await anna.get(path)).body).toMatchObject({ creditedYen: 14_289 });
});
