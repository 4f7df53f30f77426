import { MovableClock, PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { activeTenant } from '#lib/contracts/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { pdfText } from '#test/pdf-text';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineText } from './domain/invoice/invoice-line.js';
import { DocumentsStore } from './store/documents.store.js';
import { InvoicesStore } from './store/invoices.store.js';
import { billingParts } from './testing/billing-parts.js';
import { headcount } from './testing/headcount.js';
import { readyToInvoice } from './testing/invoicing.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';

const clock = new MovableClock('2026-01-15T00:00:00+09:00');
let test: TestApp;

beforeAll(async () => {
  test = await startApp({ ...billingParts, clock });
});

afterAll(() => test.stop());

const invoicesOf = (tenantId: TenantId): Promise<unknown[]> =>
  test.get(Database).asSystem(async (tx) => {
    const invoices = await test.get(InvoicesStore).list(tx, tenantId, null, 99);
    return Promise.all(
      invoices.reverse().map(async ({ id, kind, issuedOn, dueDate, total }) => ({
        kind,
        issuedOn: issuedOn.toString(),
        dueDate: dueDate.toString(),
        total,
        lines: (await test.get(InvoicesStore).lines(tx, tenantId, id)).map(
          (line) => `${lineText(line, 'ja')} ${line.amount}`,
        ),
      })),
    );
  });

it('waits with the first invoice until somebody has said who issues it, and at which prices', async () => {
  const { tenantId } = await activeTenant(test);
  await test.get(IssueInitialInvoice).execute({ tenantId });
  expect(await invoicesOf(tenantId)).toEqual([]);
  await readyToInvoice(test, '2026-01');
  clock.set('2026-01-15T01:00:00+09:00');
  await test.drain.runDue();
  expect(await invoicesOf(tenantId)).toMatchObject([{ kind: 'initial', total: 16_500 }]);
});

describe('an ordinary half year (T4)', () => {
  let tenantId: TenantId;

  beforeAll(async () => {
    ({ tenantId } = await activeTenant(test));
    await headcount(test, tenantId, [
      { at: '2026-01-20T10:00:00+09:00', delta: 3 },
      { at: '2026-02-14T10:00:00+09:00', delta: 1 },
      { at: '2026-02-14T10:00:00.001+09:00', delta: -1 },
      { at: '2026-05-31T23:59:59.999+09:00', delta: 4 },
    ]);
    await test.get(IssueInitialInvoice).execute({ tenantId });
    for (const day of ['02-11', '03-11', '04-11', '05-11', '06-11', '07-11']) {
      clock.set(`2026-${day}T00:00:00+09:00`);
      await test.drain.sweep();
    }
  });

  it('invoices each month ahead on the 11th, and the peak of the one that closed', async () => {
    const basic = (month: number): string => `基本利用料金（前払い） 2026年${month}月分 5000`;
    const monthly = { kind: 'monthly', total: 5_500 };
    expect(await invoicesOf(tenantId)).toEqual([
      {
        kind: 'initial',
        issuedOn: '2026-01-15',
        dueDate: '2026-02-14',
        total: 16_500,
        lines: ['初期費用 2026年2月分 10000', basic(2)],
      },
      { ...monthly, issuedOn: '2026-02-11', dueDate: '2026-02-27', lines: [basic(3)] },
      {
        kind: 'monthly',
        issuedOn: '2026-03-11',
        dueDate: '2026-03-27',
        total: 16_280,
        lines: ['基本利用料金 差額精算（最大4件） 2026年2月分 9800', basic(4)],
      },
      { ...monthly, issuedOn: '2026-04-11', dueDate: '2026-04-27', lines: [basic(5)] },
      { ...monthly, issuedOn: '2026-05-11', dueDate: '2026-05-27', lines: [basic(6)] },
      {
        kind: 'monthly',
        issuedOn: '2026-06-11',
        dueDate: '2026-06-29',
        total: 36_666,
        lines: ['基本利用料金 差額精算（最大7件） 2026年5月分 28333', basic(7)],
      },
      {
        kind: 'monthly',
        issuedOn: '2026-07-11',
        dueDate: '2026-07-27',
        total: 36_666,
        lines: ['基本利用料金 差額精算（最大7件） 2026年6月分 28333', basic(8)],
      },
    ]);
  });

  it('does nothing when it is run again', async () => {
    const before = await invoicesOf(tenantId);
    await test.drain.sweep();
    expect(await invoicesOf(tenantId)).toEqual(before);
  });

  it('keeps a document of each that says all a qualified invoice must', async () => {
    const text = await test.get(Database).asSystem(async (tx) => {
      const [last] = await test.get(InvoicesStore).list(tx, tenantId, null, 1);
      const bytes = await test.get(DocumentsStore).bytes(tx, tenantId, last?.documentId ?? '');
      return pdfText(bytes ?? Buffer.alloc(0));
    });
    expect(text).toEqual(
      expect.arrayContaining([
        '飛脚株式会社',
        '登録番号: T7000012050002',
        '発行日: 2026年7月11日',
        '基本利用料金（前払い） 2026年8月分',
        '10%対象',
        '33,333',
        '3,333',
        '36,666円',
      ]),
    );
    expect(text).toContain('テスト商店 御中');
  });
});

describe('documents', () => {
  it('have numbers without a gap, also when many are issued at once and some break off', async () => {
    const tenants = await Promise.all(Array.from({ length: 6 }, () => activeTenant(test)));
    const issue = tenants.map(({ tenantId }) =>
      test.get(IssueInitialInvoice).execute({ tenantId }),
    );
    const broken = tenants.map(() =>
      test.get(Database).asSystem(async (tx) => {
        await test.get(DocumentsStore).nextNumber(tx, 'invoice', PlainDate.from('2026-07-11'));
        throw new Error('breaks off');
      }),
    );
    const ends = await Promise.allSettled([...issue, ...broken]);
    expect(ends.map(({ status }) => status).sort()).toEqual([
      ...tenants.map(() => 'fulfilled'),
      ...tenants.map(() => 'rejected'),
    ]);

    const rows = await test
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ number: string }>('SELECT number FROM documents ORDER BY number'),
      );
    expect(rows.map(({ number }) => number)).toEqual(
      rows.map((_, i) => `2026-${String(i + 1).padStart(6, '0')}`),
    );
  });

  it.each([
    [`UPDATE documents SET amount_yen = 1`, 'permission denied'],
    [`DELETE FROM documents`, 'permission denied'],
    [`UPDATE invoices SET total_yen = 1`, 'immutable'],
    [`DELETE FROM invoices`, 'permission denied'],
    [`UPDATE invoice_lines SET amount_yen = 1`, 'permission denied'],
    [`UPDATE peaks SET count = 0`, 'permission denied'],
    [`UPDATE price_tables SET courses = '{}'`, 'immutable'],
  ])('can be changed by nobody: %s', async (sql, refusal) => {
    await expect(test.get(Database).asSystem((tx) => tx.execute(sql))).rejects.toThrow(refusal);
  });
});
