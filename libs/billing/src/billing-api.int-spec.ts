import { operatorClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { openTables } from '#test/tables';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvoiceBook, openAmount } from './index.js';
import { billingParts } from './testing/billing-parts.js';
import { headcount } from './testing/headcount.js';
import { readyToInvoice } from './testing/invoicing.js';

const clock = new MovableClock('2026-06-01T00:00:00+09:00');
let test: TestApp;
let tenantId: TenantId;
let tenant: TestClient;
let anna: TestClient;
let bert: TestClient;

beforeAll(async () => {
  test = await startApp({ ...billingParts, clock });
  anna = await operatorClient(test, 'billing');
  bert = await operatorClient(test, 'billing');
  ({ tenantId, client: tenant } = await activeTenant(test));
  await readyToInvoice(test, '2026-06');
});

afterAll(() => test.stop());

const payAll = (): Promise<void> =>
  test.get(Database).asSystem(async (tx) => {
    for (const invoice of await test.get(InvoiceBook).owed(tx, tenantId))
      await test
        .get(InvoiceBook)
        .settle(tx, tenantId, invoice.id, openAmount(invoice), clock.now());
  });

const isPdf = async (client: TestClient, path: string): Promise<void> => {
  const { status, body, headers } = await client.get(path);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(String(body).slice(0, 5)).toBe('%PDF-');
};

const of = ({ body }: TestAnswer): TestAnswer['body'] => body;

describe('the run of July', () => {
  const path = '/api/v1/operator/billing/runs/2026-07';

  beforeAll(async () => {
    await headcount(test, tenantId, [{ at: '2026-06-20T12:00:00+09:00', delta: 4 }]);
    clock.set('2026-07-10T12:00:00+09:00');
  });

  it('shows beforehand what it would invoice', async () => {
    const { items } = of(await anna.get(`${path}/preview`));
    expect(items).toMatchObject([
      {
        tenantId,
        problem: null,
        provisional: false,
        totals: { totalYen: 21_780 },
        lines: [
          { month: '2026-06', amountYen: 14_800 },
          { month: '2026-08', amountYen: 5_000 },
        ],
      },
    ]);
    expect(of(await tenant.get('/api/v1/billing/invoices'))).toMatchObject({ items: [] });
  });

  it('is not guessed at further ahead than the next month', async () => {
    expect((await anna.get('/api/v1/operator/billing/runs/2026-08/preview')).status).toBe(200);
    expect(await anna.get('/api/v1/operator/billing/runs/2026-09/preview')).toMatchObject({
      status: 422,
      body: { code: 'billing.future-month', field: 'month' },
    });
  });

  it('cannot be started before the 11th', async () => {
    expect(await anna.post(`${path}/start`)).toMatchObject({
      status: 409,
      body: { code: 'billing.run-too-early' },
    });
  });

  it('issues what it showed, once', async () => {
    clock.set('2026-07-11T00:00:00+09:00');
    await anna.post(`${path}/start`);
    await test.drain.runDue();
    await bert.post(`${path}/start`);
    await test.drain.runDue();
    expect(of(await anna.get(path))).toMatchObject({
      month: '2026-07',
      tenants: 1,
      invoiced: 1,
      problems: 0,
      waiting: 0,
      invoicedYen: 21_780,
    });
  });
});

describe('the tenant', () => {
  it('reads its invoices, and saves them in either language', async () => {
    const { items } = of(await tenant.get('/api/v1/billing/invoices'));
    expect(items).toMatchObject([
      { number: '2026-000001', state: 'issued', totalYen: 21_780, openYen: 21_780, overdue: false },
    ]);
    const path = `/api/v1/billing/invoices/${items[0]?.id ?? ''}`;
    expect(of(await tenant.get(path))).toMatchObject({
      lines: [
        { textJa: '月額利用料金（最大4件） 2026年6月分', amountYen: 14_800 },
        { textEn: 'Basic monthly fee (in advance), 2026-08', amountYen: 5_000 },
      ],
      totals: { taxYen: 1_980, totalYen: 21_780 },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
    await isPdf(tenant, `${path}/pdf`);
    await isPdf(tenant, `${path}/pdf?lang=en`);
  });

  it('sees its peak with the day it was reached, the step it is on and the next', async () => {
    const { days, ...peak } = of(await tenant.get('/api/v1/billing/peak?month=2026-06'));
    expect(peak).toMatchObject({
      month: '2026-06',
      closed: true,
      peak: 4,
      peakAt: '2026-06-20T03:00:00.000Z',
      feeMonth: true,
      tier: { upTo: 6, monthlyFeeYen: 14_800 },
      nextTier: { upTo: null, monthlyFeeYen: 33_333, missing: 3 },
      trueUpYen: 9_800,
    });
    expect((days as object[]).slice(18, 20)).toEqual([
      { day: '2026-06-19', most: 0, last: 0 },
      { day: '2026-06-20', most: 4, last: 4 },
    ]);
    expect(await tenant.get('/api/v1/billing/peak?month=2026-08')).toMatchObject({
      status: 422,
      body: { code: 'billing.future-month' },
    });
  });

  it('is told in money what ending means', async () => {
    const path = '/api/v1/billing/end-preview?endDate=2026-07-31';
    expect(of(await tenant.get(path))).toMatchObject({
      endDate: '2026-07-31',
      lastMonth: '2026-07',
      feesToCome: [{ month: '2026-07', basicFeeYen: 5_000 }],
      prepaid: [{ number: '2026-000001', month: '2026-08', amountYen: 5_000, fate: 'void' }],
      open: [{ number: '2026-000001', openYen: 21_780 }],
    });
  });
});

describe('a credit note', () => {
  let path: string;
  let id: string;

  beforeAll(async () => {
    const { items } = of(await tenant.get('/api/v1/billing/invoices'));
    path = `/api/v1/operator/tenants/${tenantId}/invoices/${items[0]?.id ?? ''}`;
    await payAll();
    const proposed = await anna.post(`${path}/credit-notes`, {
      amountYen: 5_000,
      reason: '障害のため',
    });
    ({ id } = of(proposed));
  });

  it('takes two persons', async () => {
    const alone = await anna.post(`/api/v1/operator/credit-notes/${id}/approve`);
    expect(alone).toMatchObject({ status: 403, body: { code: 'billing.same-person' } });
    expect((await bert.post(`/api/v1/operator/credit-notes/${id}/approve`)).status).toBe(204);
    const twice = await bert.post(`/api/v1/operator/credit-notes/${id}/approve`);
    expect(twice).toMatchObject({ status: 409, body: { code: 'billing.credit-decided' } });
  });

  it('is on the invoice, for the tenant to save, and its amount is credit', async () => {
    expect(of(await anna.get(path))).toMatchObject({
      state: 'paid',
      creditedYen: 5_500,
      creditNotes: [{ number: 'R2026-000001', totalYen: 5_500 }],
    });
    await isPdf(tenant, `/api/v1/billing/credit-notes/${id}/pdf`);
    expect(of(await tenant.get('/api/v1/billing/payment-method'))).toMatchObject({
      creditYen: 5_500,
    });
  });

  it('never takes off more than was invoiced', async () => {
    const refused = await anna.post(`${path}/credit-notes`, { amountYen: 14_801, reason: '誤り' });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'billing.credit-more-than-invoiced' },
    });
  });
});

describe('kept documents', () => {
  const found = async (query: string): Promise<string[]> => {
    const { body } = await anna.get(`/api/v1/operator/documents?${query}`);
    return (body as { items: { number: string }[] }).items.map(({ number }) => number);
  };

  it.each([
    ['from=2026-07-11&to=2026-07-11', ['R2026-000001', '2026-000001']],
    ['from=2026-07-12', []],
    ['least=21780&most=21780', ['2026-000001']],
    ['most=21779', ['R2026-000001']],
    [`counterparty=${encodeURIComponent('商店')}&kind=invoice`, ['2026-000001']],
    [`counterparty=${encodeURIComponent('書店')}&from=2026-07-01`, []],
    ['number=2026-', ['2026-000001']],
    [`number=${encodeURIComponent('ｒ２０２６')}`, ['R2026-000001']],
    ['number=2026-000001&kind=credit-note', []],
  ])('are found by %s', async (query, numbers) => {
    expect(await found(query)).toEqual(numbers);
  });

  it('are read on from where a page ended', async () => {
    const path = '/api/v1/operator/documents?limit=1';
    const { items, nextCursor } = of(await anna.get(path));
    const next = of(await anna.get(`${path}&cursor=${nextCursor as string}`));
    expect([items, next.items, next.nextCursor]).toMatchObject([
      [{ number: 'R2026-000001' }],
      [{ number: '2026-000001' }],
      null,
    ]);
    expect(await anna.get(`${path}&cursor=2026-000001`)).toMatchObject({
      status: 422,
      body: { code: 'request.bad-cursor', field: 'cursor' },
    });
  });

  it('are held against their hash, and not shown when they do not fit it', async () => {
    const tables = await openTables(test.databaseUrl);
    await tables.query(
      `UPDATE documents SET bytes = overlay(bytes PLACING '\\x00' FROM 100) WHERE number = '2026-000001'`,
    );
    await tables.close();
    const { body } = await anna.get('/api/v1/operator/documents');
    const { items } = body as { items: { id: string; number: string; intact: boolean }[] };
    expect(items.map(({ number, intact }) => [number, intact])).toEqual([
      ['R2026-000001', true],
      ['2026-000001', false],
    ]);
    const own = of(await tenant.get('/api/v1/billing/invoices')) as { items: { id: string }[] };
    const refused = { status: 409, body: { code: 'billing.document-damaged' } };
    for (const [client, path] of [
      [anna, `/api/v1/operator/documents/${tenantId}/${items[1]?.id ?? ''}/pdf`],
      [tenant, `/api/v1/billing/invoices/${own.items[0]?.id ?? ''}/pdf`],
    ] as const)
      expect(await client.get(path)).toMatchObject(refused);
  });
});

it('the overview adds up', async () => {
  expect(of(await anna.get('/api/v1/operator/billing/overview?month=2026-07'))).toEqual({
    month: '2026-07',
    billedTenants: 1,
    invoicedYen: 21_780,
    paidYen: 21_780,
    openYen: 0,
    overdueYen: 0,
    overdueTenants: 0,
    recurringYen: 0,
    creditNotesWaiting: 0,
    waiting: {
      transfers: 0,
      mandates: 0,
      debitsToFile: 0,
      debitFiles: 0,
      debitFilesLate: 0,
      debitResults: 0,
      debitsUnclear: 0,
      decisions: 0,
    },
  });
});
