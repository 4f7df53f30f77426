import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { owedInvoice } from './testing/owed-invoice.js';
import { transferFile } from './testing/transfer-file.js';
import { transferScene } from './testing/transfer-scene.js';
import type { TransferScene } from './testing/transfer-scene.js';

let { app, operator, importing, invoices, credit } = {} as TransferScene;
let tenant: Awaited<ReturnType<typeof activeTenant>>;

beforeAll(async () => {
  ({ app, operator, importing, invoices, credit } = await transferScene());
});

afterAll(() => app.stop());

let payer = 0;
let name = '';

beforeEach(async () => {
  tenant = await activeTenant(app);
  payer += 1;
  name = `ｶ)ｷﾔﾂﾂ${payer}`;
});

const dues = (tenantId: TenantId): Promise<unknown> =>
  app.get(Database).inTenant(tenantId, async (tx) => {
    const [row] = await tx.query(
      `SELECT due_yen AS due, receivable_yen AS total, oldest_due_date::text AS oldest
       FROM contract_dues WHERE tenant_id = $1`,
      [tenantId],
    );
    return row;
  });

const latest = async (): Promise<Record<string, unknown>> => {
  const { body } = await operator.get('/api/v1/operator/transfers?limit=1');
  return (body as { items: Record<string, unknown>[] }).items[0] ?? {};
};

const owed = (over: Parameters<typeof owedInvoice>[2] = {}): Promise<string> =>
  owedInvoice(app, tenant.tenantId, { nameKana: `株式会社キャッツ${payer}`, ...over });

describe('a transfer', () => {
  it('of the exact amount and the payer’s name pays the invoice', async () => {
    await owed({ amount: 14_800, dueDate: '2026-07-27' });
    const { status, body } = await importing([{ amount: 16_280, payerName: name }]);
    expect([status, body]).toEqual([201, { id: body.id, count: 1, matched: 1, repeated: 0 }]);
    expect(await invoices(tenant.tenantId)).toEqual([{ state: 'paid', paid: 16_280 }]);
    expect(await dues(tenant.tenantId)).toEqual({ due: 0, total: 0, oldest: null });
    expect(await latest()).toMatchObject({
      state: 'matched',
      matchedBy: 'amount-and-name',
      tenantId: tenant.tenantId,
      valueDate: '2026-07-31',
      candidates: [],
    });
  });

  it('short by the fee is no payment of that name by itself, but by code it pays a part', async () => {
    await owed({ amount: 14_800, dueDate: '2026-07-27' });
    expect((await importing([{ amount: 15_620, payerName: name }])).body.matched).toBe(0);
    expect(await latest()).toMatchObject({ state: 'unmatched', candidates: [tenant.tenantId] });

    const codes = { codes: [`000000${String(payer).padStart(4, '0')}`], names: [] };
    const identity = `/api/v1/operator/tenants/${tenant.tenantId}/payer-identity`;
    expect((await operator.put(identity, codes)).body).toEqual(codes);
    await importing([{ amount: 15_620, payerName: 'ﾄｸﾒｲ', payerCode: codes.codes[0] ?? '' }]);
    expect(await invoices(tenant.tenantId)).toEqual([{ state: 'partially-paid', paid: 15_620 }]);
    expect(await dues(tenant.tenantId)).toEqual({ due: 660, total: 660, oldest: '2026-07-27' });

    await importing([{ amount: 1_000, payerCode: codes.codes[0] ?? '' }]);
    expect(await invoices(tenant.tenantId)).toEqual([{ state: 'paid', paid: 16_280 }]);
    expect(await credit(tenant.client)).toBe(340);
  });

  it('pays the oldest invoice first, and its surplus pays the next one that is issued', async () => {
    await owed({ dueDate: '2026-08-27' });
    await owed({ dueDate: '2026-07-27' });
    await importing([{ amount: 11_000, payerName: name }]);
    expect(await invoices(tenant.tenantId)).toEqual([
      { state: 'paid', paid: 5_500 },
      { state: 'paid', paid: 5_500 },
    ]);
    const codes = { codes: [`111111${String(payer).padStart(4, '0')}`], names: [] };
    await operator.put(`/api/v1/operator/tenants/${tenant.tenantId}/payer-identity`, codes);
    await importing([{ amount: 7_000, payerCode: codes.codes[0] ?? '' }]);
    expect(await credit(tenant.client)).toBe(7_000);

    await owed({ dueDate: '2026-09-28' });
    await owed({ dueDate: '2026-10-27', payBy: 'direct-debit' });
    expect(await invoices(tenant.tenantId)).toEqual([
      { state: 'paid', paid: 5_500 },
      { state: 'paid', paid: 5_500 },
      { state: 'paid', paid: 5_500 },
      { state: 'issued', paid: 0 }, // a debit collects whole invoices only
    ]);
    expect(await credit(tenant.client)).toBe(1_500);
  });

  it('that the bank takes back is owed again', async () => {
    await owed({ amount: 14_801, dueDate: '2026-07-27' });
    await importing([{ amount: 16_281, payerName: name }]);
    expect(await invoices(tenant.tenantId)).toEqual([{ state: 'paid', paid: 16_281 }]);
    const { body } = await importing([{ amount: 16_281, payerName: name, reversal: true }]);
    expect(body.matched).toBe(1);
    expect(await invoices(tenant.tenantId)).toEqual([{ state: 'issued', paid: 0 }]);
    expect(await dues(tenant.tenantId)).toMatchObject({ due: 16_281 });
  });

  it('that is taken back in the same file pays nothing, whichever stands first', async () => {
    await owed({ amount: 14_802, dueDate: '2026-07-27' });
    const paid = { amount: 16_282, payerName: name };
    const { body } = await importing([{ ...paid, reversal: true }, paid]);
    expect([body.count, body.matched]).toEqual([2, 1]);
    expect(await invoices(tenant.tenantId)).toEqual([{ state: 'issued', paid: 0 }]);
    expect(await credit(tenant.client)).toBe(0);
  });

  it('that is taken back pays again when it is sent again, all in one file', async () => {
    await owed({ amount: 14_803, dueDate: '2026-07-27' });
    const paid = { amount: 16_283, payerName: name };
    const { body } = await importing([
      paid,
      { ...paid, reversal: true },
      { ...paid, payerName: name.replace(')', ') ') },
    ]);
    expect([body.count, body.matched]).toEqual([3, 3]);
    expect(await invoices(tenant.tenantId)).toEqual([{ state: 'paid', paid: 16_283 }]);
    expect(await credit(tenant.client)).toBe(0);
  });

  it('comes to a virtual account, and is known by it however it is written', async () => {
    const number = String(payer).padStart(7, '0');
    const identity = `/api/v1/operator/tenants/${tenant.tenantId}/payer-identity`;
    const put = await operator.put(identity, { codes: [`912-${number}`], names: [] });
    expect(put.body).toEqual({ codes: [`912${number}`], names: [] });
    const wrong = await operator.put(identity, { codes: ['12A'], names: [] });
    expect([wrong.status, wrong.body.field]).toEqual([422, 'codes']);
    const bytes = transferFile('080731', [{ amount: 1_234, payerCode: '0000009999' }], {
      branchNumber: '912',
      accountNumber: number,
    });
    const content = Buffer.from(bytes).toString('base64');
    expect((await importing([], { content })).body.matched).toBe(1);
    expect(await credit(tenant.client)).toBe(1_234);
  });

  it('comes by CSV too, in the bank’s own columns and in CP932', async () => {
    await owed({ amount: 3_000, dueDate: '2026-07-27' });
    const halfWidth = [0xb6, 0x29, 0xb7, 0xd4, 0xc2, 0xc2]; // ｶ)ｷﾔﾂﾂ
    const bytes = [
      ...Buffer.from('a,b,c\r\n2026/7/31,'),
      ...halfWidth,
      ...Buffer.from(`${payer},"3,300"\r\n`),
    ];
    const content = Buffer.from(bytes).toString('base64');
    const { body } = await importing([], { format: 'csv', content });
    expect(body).toEqual({ id: body.id, count: 1, matched: 1, repeated: 0 });
    expect(await invoices(tenant.tenantId)).toEqual([{ state: 'paid', paid: 3_300 }]);
  });
});

describe('a file of transfers', () => {
  it('is taken in once', async () => {
    const lines = [{ amount: 777, payerName: name }];
    const [first, second] = [await importing(lines), await importing(lines)];
    expect([first.status, second.status, second.body.code]).toEqual([
      201,
      409,
      'payments.same-file',
    ]);
  });

  it('that overlaps with an earlier one pays nothing twice', async () => {
    await owed({ dueDate: '2026-07-27' });
    const first = { amount: 5_500, payerName: name };
    await importing([first]);
    const csv = `a,b,c\r\n2026/7/31,キャッツ${payer},5500\r\n2026/7/31,キャッツ${payer},5500\r\n`;
    const content = Buffer.from(csv).toString('base64');
    const { body } = await importing([], { format: 'csv', content });
    expect(body).toEqual({ id: body.id, count: 2, matched: 0, repeated: 1 });
    expect(await credit(tenant.client)).toBe(0);
    const { items } = (await operator.get('/api/v1/operator/transfers?limit=2')).body as {
      items: { id: string; state: string; repeatsId: string | null }[];
    };
    const again = items.find(({ repeatsId }) => repeatsId !== null);
    const other = items.find(({ repeatsId }) => repeatsId === null);
    expect([again?.state, other?.state]).toEqual(['set-aside', 'unmatched']);
    const own = `/api/v1/operator/transfers/${again?.id ?? ''}/match`;
    expect((await operator.post(own, { tenantId: tenant.tenantId })).body.state).toBe('matched');
    expect(await credit(tenant.client)).toBe(5_500); // a person says that it is another one
  });

  it('of another bank is refused', async () => {
    const bytes = transferFile('080731', [{ amount: 1 }], { bankNumber: '0002' });
    const content = Buffer.from(bytes).toString('base64');
    const { status, body } = await importing([], { content });
    expect([status, body.code, body.detail]).toEqual([
      422,
      'payments.unreadable-file',
      expect.stringContaining('選んだ金融機関のファイルではありません。'),
    ]);
  });

  it.each<[string, object, number, string]>([
    ['cut off', { content: 'MTIz' }, 422, 'payments.unreadable-file'],
    ['not in Base64', { content: '***' }, 422, 'payments.bad-file'],
    [
      'for no bank',
      { bankProfileId: '019f0000-0000-7000-8000-000000000000' },
      404,
      'payments.bank-profile-not-found',
    ],
    [
      'of CSV without transfers',
      { format: 'csv', content: 'YQ==' },
      422,
      'payments.unreadable-file',
    ],
  ])('%s is refused, and nothing of it is kept', async (_, over, status, code) => {
    const before = (await operator.get('/api/v1/operator/transfer-imports')).body as object;
    const answer = await importing([{ amount: 1 }], over);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await operator.get('/api/v1/operator/transfer-imports')).body).toEqual(before);
  });
});

describe('payments', () => {
  it('show what is owed, what came in and what it paid, to the tenant and the provider alike', async () => {
    const paid = await owed({ dueDate: '2026-07-27' });
    const open = await owed({ dueDate: '2026-08-27', amount: 14_800 });
    await importing([{ amount: 5_500, payerName: name }]);
    const own = await tenant.client.get('/api/v1/billing/payments');
    expect([own.status, own.body]).toEqual([
      200,
      {
        dueYen: 0,
        oldestDueDate: '2026-08-27',
        receivableYen: 16_280,
        creditYen: 0,
        owedBackYen: 0,
        open: [
          {
            invoiceId: open,
            number: expect.any(String),
            state: 'issued',
            payBy: 'transfer',
            dueDate: '2026-08-27',
            openYen: 16_280,
          },
        ],
        receipts: [
          {
            id: expect.any(String),
            kind: 'transfer',
            amountYen: 5_500,
            receivedOn: '2026-07-31',
            invoiceIds: [paid],
          },
        ],
      },
    ]);
    const seen = await operator.get(`/api/v1/operator/tenants/${tenant.tenantId}/payments`);
    expect(seen.body).toEqual(own.body);
  });
});
