import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { pdfText } from '#test/pdf-text';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentsStore } from './store/documents.store.js';
import { InvoicesStore } from './store/invoices.store.js';
import type { Invoice } from './store/invoice.row.js';
import { billingParts } from './testing/billing-parts.js';
import { headcount } from './testing/headcount.js';
import { readyToInvoice } from './testing/invoicing.js';
import { transferred } from './testing/transferred.js';

const clock = new MovableClock('2026-06-01T00:00:00+09:00');
let relay: SmtpSink;
let test: TestApp;
let tenantId: TenantId;
let tenant: TestClient;
let anna: TestClient;
let bert: TestClient;

beforeAll(async () => {
  relay = await startSink();
  test = await startApp({ ...billingParts, clock, env: { SMTP_URL: relay.url } });
  anna = await operatorClient(test, 'billing');
  bert = await operatorClient(test, 'billing');
  ({ tenantId, client: tenant } = await activeTenant(test));
  await readyToInvoice(test, '2026-06');
  await headcount(test, tenantId, [{ at: '2026-06-20T12:00:00+09:00', delta: 4 }]);
  clock.set('2026-07-11T00:00:00+09:00');
  await test.drain.sweep();
  clock.advance({ seconds: 1 });
});

afterAll(async () => {
  await test.stop();
  await relay.stop();
});

/** In the order of their numbers. */
const invoices = async (): Promise<Invoice[]> => {
  const found = await test
    .get(Database)
    .asSystem((tx) => test.get(InvoicesStore).list(tx, tenantId, null, 99));
  return found.sort((a, b) => (a.number < b.number ? -1 : 1));
};

const at = async (index: number): Promise<Invoice> => {
  const invoice = (await invoices())[index];
  if (!invoice) throw new Error(`there is no invoice ${index}`);
  return invoice;
};

const pathOf = ({ id }: Invoice): string => `/api/v1/operator/tenants/${tenantId}/invoices/${id}`;

/** What contracts were told of it: due, the day it was due, all that is owed. */
const owed = (): Promise<unknown[]> =>
  test.get(Database).asSystem((tx) =>
    tx.query(
      `SELECT due_yen AS due, oldest_due_date::text AS since, receivable_yen AS receivable
           FROM contract_dues WHERE tenant_id = $1`,
      [tenantId],
    ),
  );

const reason = '人数の誤り';
const lines = [
  { amountYen: 7_000, taxCategory: 'standard', text: '協議による精算', replacesLine: 1 },
  { amountYen: 5_000, taxCategory: 'standard', text: '基本利用料金', replacesLine: 2 },
  { amountYen: 1_009, taxCategory: 'reduced', text: '軽減税率の品' },
  { amountYen: 300, taxCategory: 'outside', text: '実費' },
];

const decide = (id: string, verb: string, by: TestClient): ReturnType<TestClient['post']> =>
  by.post(`/api/v1/operator/invoice-corrections/${id}/${verb}`);

const correct = async (invoice: Invoice, given: object[]): Promise<string> => {
  const asked = await anna.post(`${pathOf(invoice)}/correction`, { reason, lines: given });
  expect(asked.status).toBe(201);
  const { id } = asked.body as { id: string };
  expect((await decide(id, 'approve', bert)).status).toBe(200);
  return id;
};

describe('the correction of an invoice that nobody has paid', () => {
  let proposed: string;

  it.each([
    [[{ ...lines[0] }], 'billing.correction-advance-left-out'],
    [[{ ...lines[1], replacesLine: 3 }], 'billing.correction-no-such-line'],
    [[{ ...lines[1], amountYen: 0 }], 'billing.correction-nothing-left'],
  ])('is refused where its lines cannot be right', async (given, code) => {
    const path = `${pathOf(await at(0))}/correction`;
    expect(await anna.post(path, { reason, lines: given })).toMatchObject({
      status: 422,
      body: { code },
    });
  });

  it('is proposed once, changes nothing yet, and may be declined', async () => {
    const path = `${pathOf(await at(0))}/correction`;
    const { id } = (await anna.post(path, { reason, lines })).body as { id: string };
    expect(await bert.post(path, { reason, lines })).toMatchObject({
      status: 409,
      body: { code: 'billing.correction-pending' },
    });
    clock.advance({ seconds: 1 });
    expect((await decide(id, 'decline', anna)).body).toMatchObject({ state: 'declined' });
    clock.advance({ seconds: 1 });
    expect((await invoices()).map(({ state }) => state)).toEqual(['issued']);
    ({ id: proposed } = (await anna.post(path, { reason, lines })).body as { id: string });
    const { body } = await bert.get('/api/v1/operator/invoice-corrections');
    expect(body).toEqual({
      items: [
        {
          id: proposed,
          tenantId,
          invoiceId: (await at(0)).id,
          state: 'proposed',
          reason,
          lines: lines.map((line) => ({ replacesLine: null, ...line })),
          totalYen: 14_589,
          proposedAt: clock.now().toISOString(),
          proposedBy: expect.any(String),
          decidedAt: null,
          decidedBy: null,
          newInvoiceId: null,
        },
      ],
    });
    expect(await owed()).toEqual([{ due: 0, since: '2026-07-27', receivable: 21_780 }]);
  });

  it('takes two persons, and happens once', async () => {
    clock.set('2026-07-13T10:00:00+09:00');
    expect(await decide(proposed, 'approve', anna)).toMatchObject({
      status: 403,
      body: { code: 'billing.same-person' },
    });
    const { status, body } = await decide(proposed, 'approve', bert);
    expect([status, body]).toMatchObject([
      200,
      { state: 'issued', newInvoiceId: (await at(1)).id },
    ]);
    expect(await decide(proposed, 'approve', bert)).toMatchObject({
      status: 409,
      body: { code: 'billing.correction-decided' },
    });
    expect((await invoices()).length).toBe(2);
  });

  it('voids the old one and issues one with the next number that names it', async () => {
    const [old, fresh] = [await at(0), await at(1)];
    const [before, after] = [
      `/api/v1/billing/invoices/${old.id}`,
      `/api/v1/billing/invoices/${fresh.id}`,
    ];
    expect((await tenant.get(before)).body).toMatchObject({
      number: '2026-000001',
      state: 'void',
      openYen: 0,
      reason,
      corrects: null,
      correctedBy: { id: fresh.id, number: '2026-000002' },
    });
    const { body } = await tenant.get(after);
    expect(body).toMatchObject({
      number: '2026-000002',
      kind: 'monthly',
      state: 'issued',
      issuedOn: '2026-07-13',
      dueDate: '2026-07-27',
      openYen: 14_589,
      corrects: { id: old.id, number: '2026-000001' },
      correctedBy: null,
      totals: {
        groups: [
          { category: 'standard', ratePercent: 10, baseYen: 12_000, taxYen: 1_200 },
          { category: 'reduced', ratePercent: 8, baseYen: 1_009, taxYen: 80 },
        ],
        outsideYen: 300,
        taxYen: 1_280,
        totalYen: 14_589,
      },
    });
    const texts = (body as { lines: { textJa: string; kind: string }[] }).lines;
    expect(texts.map(({ textJa, kind }) => [kind, textJa])).toEqual([
      ['monthly-fee', '協議による精算 2026年6月分'],
      ['basic-fee', '基本利用料金 2026年8月分'],
      ['correction', '軽減税率の品 2026年6月分'],
      ['correction', '実費 2026年6月分'],
    ]);
    expect(await owed()).toEqual([{ due: 0, since: '2026-07-27', receivable: 14_589 }]);
  });

  it('says so on its document', async () => {
    const { documentId } = await at(1);
    const bytes = await test
      .get(Database)
      .asSystem((tx) => test.get(DocumentsStore).bytes(tx, tenantId, documentId));
    const text = pdfText(bytes ?? Buffer.alloc(0)).join('\n');
    expect(text).toContain('訂正');
    expect(text).toContain('元の請求書番号: 2026-000001');
  });

  it('is told to the tenant with the new document, and noted', async () => {
    const [old, fresh] = [await at(0), await at(1)];
    const [notices, audit] = await test.get(Database).asSystem(async (tx) => [
      await tx.query(
        `SELECT n.subject, d.name FROM notices n JOIN notice_documents d ON d.notice_id = n.id
          WHERE n.tenant_id = $1 AND n.kind = 'billing.invoice-issued' ORDER BY n.id`,
        [tenantId],
      ),
      await tx.query(
        `SELECT actor_kind AS actor, action FROM audit_trail WHERE subject_id = ANY($1) ORDER BY at, action COLLATE "C"`,
        [[old.id, fresh.id]],
      ),
    ]);
    expect(notices).toEqual([
      { subject: '【飛脚株式会社】請求書（2026-000001）発行のお知らせ', name: '2026-000001.pdf' },
      {
        subject: '【飛脚株式会社】訂正した請求書（2026-000002）発行のお知らせ',
        name: '2026-000002.pdf',
      },
    ]);
    expect(audit).toEqual([
      { actor: 'system', action: 'invoice.issued' },
      { actor: 'operator', action: 'invoice-correction.proposed' },
      { actor: 'operator', action: 'invoice-correction.declined' },
      { actor: 'operator', action: 'invoice-correction.proposed' },
      { actor: 'operator', action: 'invoice-correction.issued' },
      { actor: 'system', action: 'invoice.issued' },
    ]);
  });
});

it('a corrected invoice is corrected again, each naming the one before', async () => {
  await correct(await at(1), lines);
  expect(
    (await invoices()).map(({ number, state, corrects }) => [number, state, corrects?.number]),
  ).toEqual([
    ['2026-000001', 'void', undefined],
    ['2026-000002', 'void', '2026-000001'],
    ['2026-000003', 'issued', '2026-000002'],
  ]);
});

it('the next run charges no month again', async () => {
  clock.set('2026-08-11T00:00:00+09:00');
  await test.drain.sweep();
  const { id, total } = await at(3);
  const [kept] = await test
    .get(Database)
    .asSystem(async (tx) => [await test.get(InvoicesStore).lines(tx, tenantId, id)]);
  expect(total).toBe(21_780);
  expect(kept.map(({ kind, month, amount }) => [kind, month.toString(), amount])).toEqual([
    ['monthly-fee', '2026-07', 14_800],
    ['basic-fee', '2026-09', 5_000],
  ]);
});

it('nothing is corrected once money has come', async () => {
  const path = `${pathOf(await at(2))}/correction`;
  const { id } = (await anna.post(path, { reason, lines })).body as { id: string };
  await transferred(test, tenantId, 14_589);
  expect(await decide(id, 'approve', bert)).toMatchObject({
    status: 409,
    body: { code: 'billing.impossible-move' },
  });
  await decide(id, 'decline', bert);
  expect(await anna.post(path, { reason, lines })).toMatchObject({
    status: 409,
    body: { code: 'billing.impossible-move' },
  });
  expect((await invoices()).map(({ state }) => state)).toEqual(['void', 'void', 'paid', 'issued']);
});
