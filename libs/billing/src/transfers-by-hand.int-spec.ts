import { activeTenant } from '#lib/contracts/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mandateForm } from './testing/bank.js';
import { owedInvoice } from './testing/owed-invoice.js';
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

const latest = async (): Promise<Record<string, unknown>> => {
  const { body } = await operator.get('/api/v1/operator/transfers?limit=1');
  return (body as { items: Record<string, unknown>[] }).items[0] ?? {};
};

const owed = (over: Parameters<typeof owedInvoice>[2] = {}): Promise<string> =>
  owedInvoice(app, tenant.tenantId, { nameKana: `株式会社キャッツ${payer}`, ...over });

/** Where money is paid back to. */
const account = {
  bankNumber: mandateForm.bankNumber,
  bankName: mandateForm.bankName,
  branchNumber: mandateForm.branchNumber,
  branchName: mandateForm.branchName,
  accountType: mandateForm.accountType,
  accountNumber: mandateForm.accountNumber,
  holderName: mandateForm.holderName,
};

describe('a transfer', () => {
  it('of an unknown payer is matched by a person, who may take it back', async () => {
    const invoiceId = await owed({ dueDate: '2026-07-27' });
    await importing([{ amount: 5_500, payerName: `ｼﾗﾅｲ${payer}` }]);
    const { id } = await latest();
    const path = `/api/v1/operator/transfers/${String(id)}`;
    for (const search of ['5500', `シラナイ${payer}`, '5,500円', `ﾅｲ${payer}`]) {
      const found = await operator.get(
        `/api/v1/operator/transfers?state=unmatched&search=${encodeURIComponent(search)}`,
      );
      expect((found.body.items as { id: string }[]).map((each) => each.id)).toContain(id);
    }
    const none = await operator.get('/api/v1/operator/transfers?search=5501');
    expect(none.body.items).toEqual([]);
    const given = { tenantId: tenant.tenantId, invoiceIds: [invoiceId], rememberName: true };
    const matched = await operator.post(`${path}/match`, given);
    expect([matched.status, matched.body]).toEqual([
      200,
      expect.objectContaining({ state: 'matched', matchedBy: 'person' }),
    ]);
    expect(await invoices(tenant.tenantId)).toEqual([{ state: 'paid', paid: 5_500 }]);
    await importing([{ amount: 42, payerName: 'ﾀﾞﾚｶ' }]);
    const late = `/api/v1/operator/transfers/${String((await latest()).id)}/match`;
    const refused = await operator.post(late, given);
    expect([refused.body.code, refused.body.field]).toEqual([
      'payments.invoice-not-open', // it is paid by now
      'invoiceIds',
    ]);
    expect((await operator.post(`${path}/match`, given)).body.code).toBe('payments.transfer-state');

    await owed({ dueDate: '2026-08-27', amount: 6_000 });
    const again = await importing([{ amount: 6_600, payerName: `ｼﾗﾅｲ${payer}` }]);
    expect(again.body.matched).toBe(1); // known by now
    expect(await invoices(tenant.tenantId)).toEqual([
      { state: 'paid', paid: 5_500 },
      { state: 'paid', paid: 6_600 },
    ]);

    const undone = await operator.post(`${path}/unmatch`);
    expect(undone.body).toMatchObject({ state: 'unmatched', tenantId: null });
    expect(await invoices(tenant.tenantId)).toEqual([
      { state: 'paid', paid: 5_500 }, // what was paid last is owed again
      { state: 'partially-paid', paid: 1_100 },
    ]);
    await owed({ dueDate: '2026-09-28', amount: 7_000 });
    const forgotten = await importing([{ amount: 7_700, payerName: `ｼﾗﾅｲ${payer}` }]);
    expect(forgotten.body.matched).toBe(0);

    const aside = await operator.post(`${path}/set-aside`, { note: '利息' });
    expect(aside.body).toMatchObject({ state: 'set-aside', note: '利息', tenantId: null });
    const taken = await operator.post(`${path}/match`, { tenantId: tenant.tenantId });
    expect(taken.body.state).toBe('matched');
  });

  it('that was paid back stays with the tenant that it was paid back to', async () => {
    await importing([{ amount: 4_400, payerName: name }]);
    const { id } = await latest();
    const path = `/api/v1/operator/transfers/${String(id)}`;
    await operator.post(`${path}/match`, { tenantId: tenant.tenantId });
    expect(await credit(tenant.client)).toBe(4_400);
    await operator.post(`/api/v1/operator/tenants/${tenant.tenantId}/refunds`, {
      amountYen: 1,
      reason: '過入金',
      account,
    });
    const { status, body } = await operator.post(`${path}/unmatch`);
    expect([status, body.code]).toEqual([409, 'payments.paid-back']);
    expect(await credit(tenant.client)).toBe(4_399);
  });
});
