import { anonymousClient, operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { billingParts, headcount, readyToInvoice, transferred } from '#lib/billing/testing';
import { anApplication } from '#lib/contracts/testing';
import { MovableClock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const clock = new MovableClock('2026-01-05T10:00:00+09:00');
let relay: SmtpSink;
let app: TestApp;
let operator: TestClient;
let tenantId: TenantId;
let id: string;

beforeAll(async () => {
  relay = await startSink();
  app = await startApp({ ...billingParts, clock, env: { SMTP_URL: relay.url } });
  operator = await operatorClient(app, 'billing');
  await readyToInvoice(app, '2026-01');
});

afterAll(async () => {
  await app.stop();
  await relay.stop();
});

/** Moves the clock, and does what is due then. */
const until = async (instant: string): Promise<void> => {
  clock.set(instant);
  await app.drain.runDue();
  await app.drain.sweep();
};

const application = anApplication({
  name: '株式会社髙﨑商店',
  nameKana: 'カブシキガイシャタカサキショウテン',
  pcEmail: 'hanako@takasaki.example.jp',
});

const contract = (): string => `/api/v1/operator/tenants/${tenantId}/contract`;

const stage = async (): Promise<unknown> => (await operator.get(contract())).body.status;

const transfer = async (amount: number): Promise<void> => {
  await transferred(app, tenantId, amount);
  await app.drain.runDue();
};

interface Shown {
  readonly kind: string;
  readonly issuedOn: string;
  readonly dueDate: string;
  readonly totalYen: number;
  readonly openYen: number;
}

const invoices = async (): Promise<Shown[]> => {
  const path = `/api/v1/operator/tenants/${tenantId}/invoices`;
  return ((await operator.get(path)).body.items as Shown[]).reverse();
};

/** Kind, days and sum of the newest one. */
const newest = async (): Promise<unknown[]> => {
  const last = (await invoices()).at(-1);
  return [last?.kind, last?.issuedOn, last?.dueDate, last?.totalYen];
};

const payOpen = async (): Promise<void> => {
  const open = (await invoices()).reduce((sum, { openYen }) => sum + openYen, 0);
  if (open > 0) await transfer(open);
};

describe('an ordinary life, from the application to the last invoice', () => {
  it('applies on 5 January; accepted, it is invoiced set-up and first month at once', async () => {
    const asked = await anonymousClient(app.url).post('/api/v1/applications', application);
    ({ id } = asked.body as { id: string });
    const { body } = await operator.post(`/api/v1/operator/applications/${id}/accept`, {
      slug: 'takasaki',
    });
    tenantId = asTenantId(body.tenantId as string);
    await app.drain.runDue();
    expect(await newest()).toEqual(['initial', '2026-01-05', '2026-02-04', 16_500]);
  });

  it('a transfer that is short by its fee of 660 yen leaves the start blocked', async () => {
    await until('2026-01-08T10:00:00+09:00');
    await transfer(16_500 - 660);
    expect(await stage()).toBe('applied');
  });

  it('the missing 660 yen open it, and service starts in the middle of January', async () => {
    await transfer(660);
    expect(await stage()).toBe('ready');
    const start = { serviceStartDate: '2026-01-15' };
    expect((await operator.post(`${contract()}/start-notice`, start)).status).toBe(200);
    await until('2026-01-15T00:00:00+09:00');
    expect(await stage()).toBe('active');
  });

  it('the rest of January is free, whatever its peak; March is invoiced on 11 February', async () => {
    await headcount(app, tenantId, [
      { at: '2026-01-20T10:00:00+09:00', delta: 9 },
      { at: '2026-01-31T23:00:00+09:00', delta: -6 },
    ]);
    await until('2026-02-11T00:00:00+09:00');
    expect(await newest()).toEqual(['monthly', '2026-02-11', '2026-02-27', 5_500]);
    await payOpen();
  });

  it('a fourth reader on the last evening of February costs the next step for February', async () => {
    await headcount(app, tenantId, [
      { at: '2026-02-28T23:59:59.999+09:00', delta: 1 },
      { at: '2026-03-01T00:00:00+09:00', delta: -1 },
    ]);
    await until('2026-03-11T00:00:00+09:00');
    expect(await newest()).toEqual(['monthly', '2026-03-11', '2026-03-27', 16_280]);
    await payOpen();
  });

  it('pays month after month until a notice on 10 June ends it with July, the minimum term', async () => {
    for (const [month, due] of [
      ['04', '2026-04-27'],
      ['05', '2026-05-27'],
    ]) {
      await until(`2026-${month}-11T00:00:00+09:00`);
      expect(await newest()).toEqual(['monthly', `2026-${month}-11`, due, 5_500]);
      await payOpen();
    }
    await until('2026-06-10T12:00:00+09:00');
    const paper = { stampedOn: '2026-06-10', lastMonthOfUse: null, reason: null };
    expect((await operator.post(`${contract()}/end-notices/paper`, paper)).status).toBe(201);
    await app.drain.runDue();
    await until('2026-06-11T00:00:00+09:00');
    expect(await newest()).toEqual(['monthly', '2026-06-11', '2026-06-29', 5_500]);
    await payOpen();
  });

  it('August is never invoiced, and July, which cost no more than was paid, needs no last invoice', async () => {
    await until('2026-07-11T00:00:00+09:00');
    await until('2026-08-01T00:00:00+09:00');
    await until('2026-08-01T00:05:00+09:00');
    await until('2026-09-11T00:00:00+09:00');
    expect(await stage()).toBe('terminated');
    const all = await invoices();
    expect(all.map(({ issuedOn }) => issuedOn)).toEqual([
      '2026-01-05',
      '2026-02-11',
      '2026-03-11',
      '2026-04-11',
      '2026-05-11',
      '2026-06-11',
    ]);
    const fees = 6 * 5_000 + 9_800;
    expect(all.reduce((sum, { totalYen }) => sum + totalYen, 0)).toBe(
      ((10_000 + fees) * 110) / 100,
    );
    expect(all.every(({ openYen }) => openYen === 0)).toBe(true);
  });
});
