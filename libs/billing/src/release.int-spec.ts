import { anonymousClient, operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant, anApplication, resumeTenant, suspendTenant } from '#lib/contracts/testing';
import { MovableClock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineText } from './domain/invoice/invoice-line.js';
import { InvoicesStore } from './store/invoices.store.js';
import { billingParts } from './testing/billing-parts.js';
import { headcount } from './testing/headcount.js';
import { readyToInvoice } from './testing/invoicing.js';
import { transferred } from './testing/transferred.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';

const clock = new MovableClock('2026-01-01T00:00:00+09:00');
let relay: SmtpSink;
let test: TestApp;
let operator: TestClient;

beforeAll(async () => {
  relay = await startSink();
  test = await startApp({ ...billingParts, clock, env: { SMTP_URL: relay.url } });
  operator = await operatorClient(test, 'admin');
  await readyToInvoice(test, '2026-01');
});

afterAll(async () => {
  await test.stop();
  await relay.stop();
});

const moveTo = async (instant: string): Promise<void> => {
  clock.set(instant);
  await test.drain.sweep();
};

/** Day of issue, state and lines, oldest first. */
const invoicesOf = (tenantId: TenantId): Promise<string[]> =>
  test.get(Database).asSystem(async (tx) => {
    const invoices = (await test.get(InvoicesStore).list(tx, tenantId, null, 99)).reverse();
    return Promise.all(
      invoices.map(async ({ id, issuedOn, state }) => {
        const lines = await test.get(InvoicesStore).lines(tx, tenantId, id);
        return [issuedOn.toString(), state, ...lines.map((line) => lineText(line, 'en'))].join(
          ' | ',
        );
      }),
    );
  });

describe('an application that is accepted and then comes to nothing', () => {
  const acceptedAs = async (
    slug: string,
    invoiced = true,
  ): Promise<{ id: string; tenantId: TenantId }> => {
    const asked = await anonymousClient(test.url).post('/api/v1/applications', anApplication());
    const { id } = asked.body as { id: string };
    const path = `/api/v1/operator/applications/${id}/accept`;
    const { body } = await operator.post(path, { slug });
    if (invoiced) await test.drain.runDue();
    return { id, tenantId: asTenantId(body.tenantId as string) };
  };

  const reject = async (id: string): Promise<void> => {
    const path = `/api/v1/operator/applications/${id}/reject`;
    expect((await operator.post(path, { reason: 'unsuitable' })).status).toBe(204);
    await test.drain.runDue();
  };

  it('owes nothing', async () => {
    const { id, tenantId } = await acceptedAs('unpaid');
    await reject(id);
    expect(await invoicesOf(tenantId)).toEqual([
      '2026-01-01 | void | Set-up fee, 2026-02 | Basic monthly fee (in advance), 2026-02',
    ]);
  });

  it('is not invoiced any more where that had still to be done', async () => {
    const { id, tenantId } = await acceptedAs('at-once', false);
    await reject(id);
    expect(await invoicesOf(tenantId)).toEqual([]);
  });

  it('has as credit what it paid in part, and is not reminded of the rest', async () => {
    const { id, tenantId } = await acceptedAs('short-by-a-fee');
    await transferred(test, tenantId, 15_840);
    await reject(id);
    const path = `/api/v1/operator/tenants/${tenantId}/payments`;
    expect((await operator.get(path)).body).toMatchObject({ creditYen: 15_840, receivableYen: 0 });
    expect(await invoicesOf(tenantId)).toEqual([
      '2026-01-01 | void | Set-up fee, 2026-02 | Basic monthly fee (in advance), 2026-02',
    ]);
  });

  it('is to get back what it has paid, once a person agrees', async () => {
    const { id, tenantId } = await acceptedAs('paid');
    await transferred(test, tenantId, 16_500);
    await reject(id);
    const { body } = await operator.get('/api/v1/operator/credit-notes');
    expect(body).toMatchObject({ items: [{ tenantId, state: 'proposed', totalYen: 16_500 }] });
  });
});

describe('a service that was suspended through all of April (W13.3)', () => {
  let tenantId: TenantId;

  beforeAll(async () => {
    ({ tenantId } = await activeTenant(test));
    await test.get(IssueInitialInvoice).execute({ tenantId });
    await transferred(test, tenantId, 16_500);
    await headcount(test, tenantId, [{ at: '2026-02-10T00:00:00+09:00', delta: 4 }]);
    await moveTo('2026-02-11T00:00:00+09:00');
    await moveTo('2026-03-11T00:00:00+09:00');
    await moveTo('2026-03-31T12:00:00+09:00');
    await suspendTenant(test, tenantId);
    await moveTo('2026-04-11T00:00:00+09:00');
    await moveTo('2026-05-02T12:00:00+09:00');
    await resumeTenant(test, tenantId);
    await moveTo('2026-05-11T00:00:00+09:00');
  });

  it('costs nothing for April, what was asked for it ahead is void, and nothing else is lost', async () => {
    const trueUp = (month: string): string =>
      `Monthly fee, difference by peak (peak of 4 addresses), 2026-${month}`;
    const ahead = (month: string): string => `Basic monthly fee (in advance), 2026-${month}`;
    expect(await invoicesOf(tenantId)).toEqual([
      `2026-01-01 | paid | Set-up fee, 2026-01 | ${ahead('01')}`,
      `2026-02-11 | issued | ${ahead('03')}`,
      `2026-03-11 | void | Monthly fee (peak of 4 addresses), 2026-02 | ${ahead('04')}`,
      `2026-04-11 | issued | ${trueUp('03')}`,
      `2026-05-11 | issued | Monthly fee (peak of 4 addresses), 2026-02 | ${ahead('06')}`,
    ]);
  });
});
