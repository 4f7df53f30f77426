import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { pdfText } from '#test/pdf-text';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { billingParts } from './testing/billing-parts.js';
import { readyToInvoice } from './testing/invoicing.js';
import { owedInvoice } from './testing/owed-invoice.js';
import { transferred } from './testing/transferred.js';
import { ReadInvoices } from './use-cases/read-invoices.js';

const clock = new MovableClock('2026-07-11T00:00:00+09:00');
const operator = '/api/v1/operator';
let test: TestApp;
let anna: TestClient;
let bert: TestClient;
let tenant: TestClient;
let tenantId: TenantId;

beforeAll(async () => {
  test = await startApp({ ...billingParts, clock });
  anna = await operatorClient(test, 'billing');
  bert = await operatorClient(test, 'billing');
  await readyToInvoice(test, '2026-07');
});

beforeEach(async () => {
  ({ tenantId, client: tenant } = await activeTenant(test));
});

afterAll(() => test.stop());

const of = (invoiceId: string): string => `${operator}/tenants/${tenantId}/invoices/${invoiceId}`;

const propose = async (invoiceId: string, given: object): Promise<string> => {
  const { body } = await anna.post(`${of(invoiceId)}/credit-notes`, { reason: '値引き', ...given });
  return (body as { id: string }).id;
};

const approve = (id: string): ReturnType<TestClient['post']> =>
  bert.post(`${operator}/credit-notes/${id}/approve`);

it('notes on one invoice that are approved at the same time take exactly its tax together', async () => {
  const invoiceId = await owedInvoice(test, tenantId, { amount: 1_999 }); // tax 199; thirds of it 66
  await transferred(test, tenantId, 2_198);
  const group = { category: 'standard', ratePercent: 10 };
  const ids = [
    await propose(invoiceId, { amountYen: 667 }),
    await propose(invoiceId, { amountYen: 666 }),
  ];
  expect((await anna.get(of(invoiceId))).body).toMatchObject({
    creditable: [{ ...group, baseYen: 666, taxYen: 67 }],
  });
  ids.push(await propose(invoiceId, { amountYen: 666 }));
  const answers = await Promise.all(ids.map(approve));
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  const { body } = await anna.get(of(invoiceId));
  expect(body).toMatchObject({
    creditedYen: 2_198,
    creditable: [{ ...group, baseYen: 0, taxYen: 0 }],
  });
  expect(
    (body.creditNotes as { totalYen: number }[]).map(({ totalYen }) => totalYen).sort(),
  ).toEqual([732, 733, 733]);
});

it('gives back what lies outside the tax too, and reads in English', async () => {
  const wrong = await owedInvoice(test, tenantId);
  const lines = [
    { amountYen: 5_000, taxCategory: 'standard', text: '基本利用料金', replacesLine: 1 },
    { amountYen: 30_000, taxCategory: 'outside', text: 'エラーメール処理費用' },
  ];
  const asked = await anna.post(`${of(wrong)}/correction`, { reason: '誤り', lines });
  const corrected = await bert.post(
    `${operator}/invoice-corrections/${asked.body.id as string}/approve`,
  );
  const invoiceId = corrected.body.newInvoiceId as string;
  await transferred(test, tenantId, 35_500);
  const outside = { category: 'outside', ratePercent: 0 };
  const tooMuch = { amounts: [{ ...outside, amountYen: 30_001 }], reason: '値引き' };
  expect(await anna.post(`${of(invoiceId)}/credit-notes`, tooMuch)).toMatchObject({
    status: 422,
    body: { code: 'billing.credit-more-than-invoiced' },
  });
  const id = await propose(invoiceId, { amounts: [{ ...outside, amountYen: 30_000 }] });
  expect((await approve(id)).status).toBe(204);
  expect((await anna.get(of(invoiceId))).body).toMatchObject({ creditedYen: 30_000 });
  const read = async (lang: 'ja' | 'en'): Promise<string[]> => {
    const path = `/api/v1/billing/credit-notes/${id}/pdf?lang=${lang}`;
    expect((await tenant.get(path)).status).toBe(200);
    return pdfText((await test.get(ReadInvoices).creditNotePdf(tenantId, id, lang)).bytes);
  };
  expect((await read('en'))[0]).toBe('CREDIT NOTE');
  const japanese = await read('ja');
  expect([japanese[0], ...japanese.slice(-5, -1)]).toEqual([
    ...['返還請求書', '不課税', '30,000', '—', '30,000'],
  ]);
});
