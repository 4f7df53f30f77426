import { activeTenant } from '#lib/contracts/testing';
import { MovableClock, yen } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ruleReasons } from './domain/invoice/rule-reasons.js';
import { InvoiceBook, openAmount } from './index.js';
import { CreditNotesStore } from './store/credit-notes.store.js';
import type { CreditNoteState } from './store/credit-notes.store.js';
import { InvoicesStore } from './store/invoices.store.js';
import { billingParts } from './testing/billing-parts.js';
import { invoicesSinceJuly } from './testing/invoices-since-july.js';
import { readyToInvoice } from './testing/invoicing.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';

let clock: MovableClock;
let test: TestApp;
let tenantId: TenantId;
let client: TestClient;

const runs = ['02-11', '03-11', '04-11', '05-11', '06-11'];

beforeEach(async () => {
  clock = new MovableClock('2026-01-01T00:00:00+09:00');
  test = await startApp({ ...billingParts, clock });
  await readyToInvoice(test, '2026-01');
  ({ tenantId, client } = await activeTenant(test));
  await test.get(IssueInitialInvoice).execute({ tenantId });
  await payAll();
  for (const day of runs) {
    await moveTo(`2026-${day}T00:00:00+09:00`);
    await payAll();
  }
});

afterEach(() => test.stop());

const moveTo = async (instant: string): Promise<void> => {
  clock.set(instant);
  await test.drain.sweep();
};

const payAll = (): Promise<void> =>
  test.get(Database).asSystem(async (tx) => {
    const book = test.get(InvoiceBook);
    for (const invoice of await book.owed(tx, tenantId))
      await book.settle(tx, tenantId, invoice.id, openAmount(invoice), clock.now());
  });

/** Gives the id of the notice. */
const giveNotice = async (wish: object = {}): Promise<string> => {
  const { status, body } = await client.post('/api/v1/contract/end-notices', wish);
  expect(status).toBe(201);
  await test.drain.runDue();
  clock.advance({ seconds: 1 });
  return (body.endNotices as { id: string; arrivedAt: string }[]).reduce((latest, each) =>
    each.arrivedAt > latest.arrivedAt ? each : latest,
  ).id;
};

/** The tenant asks, the operator agrees. */
const withdraw = async (noticeId: string): Promise<void> => {
  const operator = await operatorClient(test, 'admin');
  const path = `end-notices/${noticeId}/withdrawal`;
  expect((await client.post(`/api/v1/contract/${path}`)).status).toBe(200);
  const agreed = await operator.post(`/api/v1/operator/tenants/${tenantId}/contract/${path}`);
  expect(agreed.status).toBe(200);
  await test.drain.runDue();
};

const payPart = (): Promise<void> =>
  test.get(Database).asSystem(async (tx) => {
    const [invoice] = await test.get(InvoiceBook).owed(tx, tenantId);
    await test.get(InvoiceBook).settle(tx, tenantId, invoice?.id ?? '', yen(1_000), clock.now());
  });

/** State and lines of the invoices issued from July on. */
const sinceJuly = async (): Promise<string[]> =>
  (await invoicesSinceJuly(test, tenantId)).map(({ kind, state, lines }) =>
    [kind, state, ...lines].join(' | '),
  );

const proposals = (
  state: CreditNoteState = 'proposed',
): Promise<{ total: number; reason: string }[]> =>
  test.get(Database).asSystem(async (tx) => {
    const notes = await test.get(CreditNotesStore).inState(tx, state, 9);
    return notes.map(({ total, reason }) => ({ total, reason }));
  });

const august = 'Basic monthly fee (in advance), 2026-08';

describe('August, prepaid in July, and a notice that ends service on 31 July (T4b)', () => {
  it('is not invoiced when the notice comes by 10 July', async () => {
    await moveTo('2026-07-10T23:59:59+09:00');
    await giveNotice();
    await moveTo('2026-07-11T00:00:00+09:00');
    await moveTo('2026-08-01T00:05:00+09:00');
    expect(await sinceJuly()).toEqual([]);
  });

  it('is void when the notice comes before it is paid, and nothing is owed for it', async () => {
    await moveTo('2026-07-11T00:00:00+09:00');
    expect(await sinceJuly()).toEqual([`monthly | issued | ${august}`]);
    await moveTo('2026-07-26T23:59:59+09:00');
    await giveNotice();
    await moveTo('2026-08-01T00:05:00+09:00');
    expect(await sinceJuly()).toEqual([`monthly | void | ${august}`]);
  });

  it('is kept when it was paid before the notice came', async () => {
    await moveTo('2026-07-11T00:00:00+09:00');
    await moveTo('2026-07-27T10:00:00+09:00');
    await payAll();
    await moveTo('2026-07-27T10:00:01+09:00');
    await giveNotice();
    expect(await sinceJuly()).toEqual([`monthly | paid | ${august}`]);
    expect(await proposals()).toEqual([]);
  });

  it('is proposed to people as a credit note when a part of it was paid before the notice came', async () => {
    await moveTo('2026-07-11T00:00:00+09:00');
    await moveTo('2026-07-26T10:00:00+09:00');
    await payPart();
    await moveTo('2026-07-26T10:00:01+09:00');
    await giveNotice();
    expect(await sinceJuly()).toEqual([`monthly | partially-paid | ${august}`]);
    expect(await proposals()).toEqual([{ total: 5_500, reason: ruleReasons.afterEnd }]);
  });

  it.each([
    ['and no other ends the contract', null],
    ['and another ends it a month later', { lastMonthOfUse: '2026-08' }],
  ])('its credit note lapses when the notice is withdrawn, %s', async (_, other) => {
    await moveTo('2026-07-11T00:00:00+09:00');
    await moveTo('2026-07-26T10:00:00+09:00');
    await payPart();
    await moveTo('2026-07-26T10:00:01+09:00');
    if (other) await giveNotice(other);
    const noticeId = await giveNotice();
    const proposed = [{ total: 5_500, reason: ruleReasons.afterEnd }];
    expect(await proposals()).toEqual(proposed);
    await withdraw(noticeId);
    expect([await proposals(), await proposals('lapsed')]).toEqual([[], proposed]);
    await giveNotice();
    expect([await proposals(), await proposals('declined')]).toEqual([proposed, []]);
  });

  it('is void when the notice comes after the debit failed', async () => {
    await moveTo('2026-07-11T00:00:00+09:00');
    await test.get(Database).asSystem(async (tx) => {
      const [invoice] = await test.get(InvoicesStore).list(tx, tenantId, null, 1);
      const met = [
        'mandate-active',
        'before-file-deadline',
        'total-positive',
        'two-persons',
      ] as const;
      const at = clock.now();
      const id = invoice?.id ?? '';
      await test.get(InvoiceBook).move(tx, tenantId, id, 'export', { at, met });
      const result = { at, met: ['result-matches-export'] as const };
      await test.get(InvoiceBook).move(tx, tenantId, id, 'debit-failed', result);
    });
    await moveTo('2026-07-28T10:00:00+09:00');
    await giveNotice();
    expect(await sinceJuly()).toEqual([`monthly | void | ${august}`]);
  });
});

it('what a voided invoice had settled besides comes with the final one', async () => {
  await moveTo('2026-07-01T00:00:00+09:00');
  await test.get(Database).asSystem((tx) =>
    tx.execute(
      `INSERT INTO subscriber_changes (tenant_id, at, subscriber_id, newsletter_id, subscription_id, to_status, delta)
       SELECT $1, '2026-06-15T00:00:00+09:00', $1, $1, $1, 'active', 1 FROM generate_series(1, 4)`,
      [tenantId],
    ),
  );
  await moveTo('2026-07-11T00:00:00+09:00');
  const trueUp = (month: number): string =>
    `Monthly fee, difference by peak (peak of 4 addresses), 2026-0${month}`;
  expect(await sinceJuly()).toEqual([`monthly | issued | ${trueUp(6)} | ${august}`]);
  await moveTo('2026-07-20T00:00:00+09:00');
  await giveNotice();
  await moveTo('2026-08-01T00:00:00+09:00');
  await moveTo('2026-08-01T00:05:00+09:00');
  expect(await sinceJuly()).toEqual([
    `monthly | void | ${trueUp(6)} | ${august}`,
    `final | issued | ${trueUp(6)} | ${trueUp(7)}`,
  ]);
});
