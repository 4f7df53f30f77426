import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { billingParts } from './testing/billing-parts.js';
import { headcount } from './testing/headcount.js';
import { invoicesSinceJuly } from './testing/invoices-since-july.js';
import { readyToInvoice } from './testing/invoicing.js';
import { transferred } from './testing/transferred.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';

let clock: MovableClock;
let relay: SmtpSink;
let test: TestApp;
let anna: TestClient;
let bert: TestClient;
let tenantId: TenantId;

/** A tenant served from January on, whose half year is over and paid, with seven addresses since June. */
beforeEach(async () => {
  clock = new MovableClock('2026-01-01T00:00:00+09:00');
  relay = await startSink();
  test = await startApp({ ...billingParts, clock, env: { SMTP_URL: relay.url } });
  anna = await operatorClient(test, 'admin');
  bert = await operatorClient(test, 'admin');
  await readyToInvoice(test, '2026-01');
  ({ tenantId } = await activeTenant(test));
  await test.get(IssueInitialInvoice).execute({ tenantId });
  await transferred(test, tenantId, 16_500);
  await moveTo('2026-05-11T00:00:00+09:00'); // February to April, and June ahead
  await transferred(test, tenantId, 22_000);
  await moveTo('2026-06-11T00:00:00+09:00'); // May, and July ahead
  await transferred(test, tenantId, 11_000);
  await headcount(test, tenantId, [{ at: '2026-06-20T12:00:00+09:00', delta: 4 }]);
});

afterEach(async () => {
  await test.stop();
  await relay.stop();
});

const moveTo = async (instant: string): Promise<void> => {
  clock.set(instant);
  await test.drain.sweep();
};

const contract = (): string => `/api/v1/operator/tenants/${tenantId}/contract`;

/** For spam: at once, by two persons. */
const terminate = async (): Promise<void> => {
  const asked = { action: 'terminate', reason: '迷惑メール', terminationReason: 'breach' };
  const { body } = await anna.post(`${contract()}/proposals`, asked);
  const { status } = await bert.post(
    `${contract()}/proposals/${(body as { id: string }).id}/approve`,
  );
  expect(status).toBe(204);
  await test.drain.runDue();
};

const paperNotice = async (stampedOn: string): Promise<void> => {
  const { status } = await anna.post(`${contract()}/end-notices/paper`, { stampedOn });
  expect(status).toBe(201);
  await test.drain.runDue();
};

/** Kind, state and lines of the invoices issued from July on. */
const sinceJuly = async (): Promise<string[]> =>
  (await invoicesSinceJuly(test, tenantId)).map(({ kind, state, lines }) =>
    [kind, state, ...lines].join(' | '),
  );

const proposals = async (): Promise<unknown> =>
  (
    (await anna.get('/api/v1/operator/credit-notes')).body as { items: { totalYen: number }[] }
  ).items.map(({ totalYen }) => totalYen);

const noticesOf = (kind: string): Promise<{ text: string }[]> =>
  test
    .get(Database)
    .asSystem((tx) =>
      tx.query(`SELECT body AS text FROM notices WHERE tenant_id = $1 AND kind = $2 ORDER BY id`, [
        tenantId,
        kind,
      ]),
    );

const trueUp = (month: number): string =>
  `Monthly fee, difference by peak (peak of 4 addresses), 2026-0${month}`;
const august = 'Basic monthly fee (in advance), 2026-08';

describe('a termination at once, when the month to come is invoiced already', () => {
  beforeEach(() => moveTo('2026-07-11T00:00:00+09:00'));

  it('makes that month void, tells so, and leaves the final invoice with what else there is', async () => {
    await moveTo('2026-07-15T12:00:00+09:00');
    await terminate();
    expect(await sinceJuly()).toEqual([
      `monthly | void | ${trueUp(6)} | ${august}`,
      `final | issued | ${trueUp(6)} | ${trueUp(7)}`,
    ]);
    const [told, ...more] = await noticesOf('billing.invoice-void');
    expect(more).toEqual([]);
    expect(told?.text).toContain('お支払いは不要です');
    await moveTo('2026-08-11T00:00:00+09:00');
    expect(await sinceJuly()).toHaveLength(2);
  });

  it('keeps what was paid for that month before', async () => {
    await moveTo('2026-07-14T12:00:00+09:00');
    await transferred(test, tenantId, 16_280);
    await moveTo('2026-07-15T12:00:00+09:00');
    await terminate();
    expect(await sinceJuly()).toEqual([
      `monthly | paid | ${trueUp(6)} | ${august}`,
      `final | issued | ${trueUp(7)}`,
    ]);
    expect(await proposals()).toEqual([]);
  });
});

describe('a notice on paper that came before the run and was entered after it (T4b)', () => {
  beforeEach(() => moveTo('2026-07-11T00:00:00+09:00'));

  it('makes the month after the end void', async () => {
    await moveTo('2026-07-13T10:00:00+09:00');
    await paperNotice('2026-07-09');
    await moveTo('2026-08-01T00:05:00+09:00');
    expect(await sinceJuly()).toEqual([
      `monthly | void | ${trueUp(6)} | ${august}`,
      `final | issued | ${trueUp(6)} | ${trueUp(7)}`,
    ]);
  });

  it('has what was paid for it meanwhile proposed as a credit note, once', async () => {
    await moveTo('2026-07-12T10:00:00+09:00');
    await transferred(test, tenantId, 16_280);
    await moveTo('2026-07-13T10:00:00+09:00');
    await paperNotice('2026-07-09');
    clock.set('2026-07-13T11:00:00+09:00');
    await paperNotice('2026-07-08'); // comes first, and changes nothing: the end stays
    expect(await sinceJuly()).toEqual([`monthly | paid | ${trueUp(6)} | ${august}`]);
    expect(await proposals()).toEqual([5_500]);
  });
});

describe('what comes up when service has long been over', () => {
  beforeEach(async () => {
    await moveTo('2026-07-05T10:00:00+09:00');
    await paperNotice('2026-07-05');
    await moveTo('2026-07-11T00:00:00+09:00');
    await moveTo('2026-08-01T00:05:00+09:00');
    await moveTo('2026-08-11T00:00:00+09:00');
    await moveTo('2026-09-11T00:00:00+09:00');
  });

  it('is invoiced by the next run: the special charge', async () => {
    const charge = { amountYen: 30_000, evidence: '存在しないドメイン 300 件' };
    const asked = await anna.post(`/api/v1/operator/tenants/${tenantId}/bounce-charges`, charge);
    const { id } = asked.body as { id: string };
    await bert.post(`/api/v1/operator/bounce-charges/${id}/approve`, {});
    const { body } = await anna.get('/api/v1/operator/billing/runs/2026-10/preview');
    expect(body).toMatchObject({ items: [{ tenantId, totals: { totalYen: 30_000 } }] });
    await moveTo('2026-10-11T00:00:00+09:00');
    expect((await sinceJuly()).at(-1)).toBe(
      'monthly | issued | Charge for handling bounces, 2026-09',
    );
  });

  it('and so are the months of a final invoice that was made void', async () => {
    const { body } = await anna.get(`/api/v1/operator/tenants/${tenantId}/invoices`);
    const [last] = (body as { items: { id: string }[] }).items;
    const path = `/api/v1/operator/tenants/${tenantId}/invoices/${last?.id ?? ''}/void`;
    expect((await anna.post(path, { reason: '宛名の誤り' })).status).toBe(200);
    await moveTo('2026-10-11T00:00:00+09:00');
    expect((await sinceJuly()).slice(-2)).toEqual([
      `final | void | ${trueUp(7)}`,
      `monthly | issued | ${trueUp(7)}`,
    ]);
    const told = await noticesOf('billing.invoice-void');
    expect(told.map(({ text }) => /理由: (.*)/.exec(text)?.[1])).toEqual(['宛名の誤り']);
  });
});
