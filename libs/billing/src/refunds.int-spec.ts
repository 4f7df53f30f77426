import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mandateForm } from './testing/bank.js';
import { debitScene } from './testing/debit-scene.js';
import type { DebitScene } from './testing/debit-scene.js';
import { aMandate } from './testing/mandate.js';
import { transferFile } from './testing/transfer-file.js';
import { DownloadRefundFile } from './use-cases/download-refund-file.js';

let scene: DebitScene;
let codes = 0;

beforeAll(async () => {
  scene = await debitScene();
});

afterAll(() => scene.app.stop());

/** A tenant that has paid so much more than it owes. */
const rich = async (amount: number): ReturnType<typeof activeTenant> => {
  const tenant = await activeTenant(scene.app);
  codes += 1;
  const code = String(codes).padStart(10, '9');
  const identity = `/api/v1/operator/tenants/${tenant.tenantId}/payer-identity`;
  await scene.first.put(identity, { codes: [code], names: [] });
  await importing('080611', { amount, payerCode: code });
  return tenant;
};

/** Takes in a notice of one transfer, or of its reversal. */
const importing = async (
  day: string,
  line: Parameters<typeof transferFile>[1][number],
): Promise<void> => {
  const { status } = await scene.first.post('/api/v1/operator/transfer-imports', {
    bankProfileId: scene.bankProfileId,
    format: 'zengin',
    fileName: 'nyukin.txt',
    content: Buffer.from(transferFile(day, [line])).toString('base64'),
  });
  expect(status).toBe(201);
};

const credit = async (tenant: Awaited<ReturnType<typeof rich>>): Promise<unknown> =>
  (await tenant.client.get('/api/v1/billing/payment-method')).body.creditYen;

const account = {
  bankNumber: mandateForm.bankNumber,
  bankName: mandateForm.bankName,
  branchNumber: mandateForm.branchNumber,
  branchName: mandateForm.branchName,
  accountType: mandateForm.accountType,
  accountNumber: '7654321',
  holderName: 'スズキ　ハナコ',
};

const propose = (tenantId: TenantId, body: object): ReturnType<DebitScene['first']['post']> =>
  scene.first.post(`/api/v1/operator/tenants/${tenantId}/refunds`, { reason: '過入金', ...body });

describe('a refund', () => {
  it('is proposed by one, approved by another, and paid by the bank’s file', async () => {
    const tenant = await rich(5_000);
    const proposed = await propose(tenant.tenantId, { amountYen: 3_000, account });
    expect([proposed.status, proposed.body]).toEqual([
      201,
      expect.objectContaining({
        state: 'proposed',
        amountYen: 3_000,
        account: 'ミツビシUFJ 123 普通 ****321',
      }),
    ]);
    expect(await credit(tenant)).toBe(2_000);
    expect((await scene.first.get('/api/v1/operator/credits')).body).toEqual({
      items: [
        { tenantId: tenant.tenantId, tenantName: 'テスト商店', creditYen: 2_000, openYen: 0 },
      ],
    });
    const path = `/api/v1/operator/refunds/${String(proposed.body.id)}`;
    const own = await scene.first.post(`${path}/approve`, {});
    expect([own.status, own.body.code]).toEqual([403, 'payments.second-person-needed']);
    expect((await scene.second.post(`${path}/approve`, {})).body.state).toBe('approved');
    expect((await scene.second.post(`${path}/reject`, {})).body.code).toBe(
      'payments.decided-already',
    );

    const order = { bankProfileId: scene.bankProfileId, payOn: '2026-06-15' };
    const made = await scene.first.post('/api/v1/operator/refund-files', order);
    expect([made.status, made.body.items]).toEqual([
      201,
      [expect.objectContaining({ payOn: '2026-06-15', count: 1, totalYen: 3_000 })],
    ]);
    const { id } = made.body.items[0] as { id: string };
    const downloaded = await scene.app
      .get(DownloadRefundFile)
      .execute({ id, actor: { kind: 'system' } });
    expect([downloaded.fileName, downloaded.bytes.length]).toEqual([
      'sogofurikomi-20260615.txt',
      488,
    ]);
    const again = await scene.first.post('/api/v1/operator/refund-files', order);
    expect(again.body.code).toBe('payments.nothing-to-refund');
    expect((await scene.first.get(path)).body.state).toBe('ordered');
  });

  it('that is rejected is credit again', async () => {
    const tenant = await rich(1_000);
    const { body } = await propose(tenant.tenantId, { amountYen: 1_000, account });
    expect(await credit(tenant)).toBe(0);
    const path = `/api/v1/operator/refunds/${String(body.id)}/reject`;
    expect((await scene.second.post(path, { note: '次回に充当' })).body).toMatchObject({
      state: 'rejected',
      note: '次回に充当',
    });
    expect(await credit(tenant)).toBe(1_000);
  });

  it('goes to the account of the mandate where none is named, and is never more than the credit', async () => {
    const tenant = await rich(1_000);
    expect((await propose(tenant.tenantId, { amountYen: 500 })).body.code).toBe(
      'payments.no-refund-account',
    );
    await aMandate(scene.first, tenant.tenantId);
    expect((await propose(tenant.tenantId, { amountYen: 500 })).body.account).toBe(
      'ミツビシUFJ 123 普通 ****345',
    );
    const more = await propose(tenant.tenantId, { amountYen: 501, account });
    expect([more.status, more.body.code, more.body.params]).toEqual([
      409,
      'payments.refund-too-large',
      { credit: 500 },
    ]);
  });

  it('of what the bank then takes away is owed by the tenant, shown as such, until it is paid', async () => {
    const tenant = await rich(4_000);
    const code = String(codes).padStart(10, '9');
    const { body } = await propose(tenant.tenantId, { amountYen: 3_000, account });
    await scene.second.post(`/api/v1/operator/refunds/${String(body.id)}/approve`, {});
    const owed = async (): Promise<unknown> => {
      const { creditYen, owedBackYen } = (await tenant.client.get('/api/v1/billing/payments')).body;
      const arrears = await scene.first.get('/api/v1/operator/arrears');
      const ofAll = arrears.body.owedBack as { tenantId: string }[];
      const mine = ofAll.filter(({ tenantId }) => tenantId === tenant.tenantId);
      return { creditYen, owedBackYen, mine, method: await credit(tenant) };
    };
    await importing('080611', { amount: 4_000, payerCode: code, reversal: true });
    const { tenantId } = tenant;
    expect(await owed()).toEqual({
      ...{ creditYen: 0, owedBackYen: 3_000, method: 0 },
      mine: [{ tenantId, tenantName: 'テスト商店', amountYen: 3_000, since: expect.any(String) }],
    });
    await importing('080613', { amount: 3_500, payerCode: code });
    expect(await owed()).toEqual({ creditYen: 500, owedBackYen: 0, mine: [], method: 500 });
  });

  it('is not ordered for a day on which banks are closed', async () => {
    const tenant = await rich(1_000);
    const { body } = await propose(tenant.tenantId, { amountYen: 1_000, account });
    await scene.second.post(`/api/v1/operator/refunds/${String(body.id)}/approve`, {});
    const sunday = { bankProfileId: scene.bankProfileId, payOn: '2026-06-14' };
    const answer = await scene.first.post('/api/v1/operator/refund-files', sunday);
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([
      422,
      'payments.refund-file-problem',
      'payOn',
    ]);
  });
});

describe('the special charge for invented addresses', () => {
  const charges = (tenantId: TenantId): Promise<unknown> =>
    scene.app
      .get(Database)
      .asSystem((tx) =>
        tx.query(
          `SELECT kind, amount_yen AS amount, tax_category AS tax FROM pending_charges WHERE tenant_id = $1`,
          [tenantId],
        ),
      );

  it('waits for a second person, and then for the next invoice, outside the tax', async () => {
    const { tenantId } = await activeTenant(scene.app);
    const proposed = await scene.first.post(`/api/v1/operator/tenants/${tenantId}/bounce-charges`, {
      amountYen: 33_000,
      evidence: '3月の配信で連番の宛先 1,200 件が不達',
    });
    const path = `/api/v1/operator/bounce-charges/${String(proposed.body.id)}`;
    expect(proposed.status).toBe(201);
    expect((await scene.first.post(`${path}/approve`, {})).body.code).toBe(
      'payments.second-person-needed',
    );
    expect(await charges(tenantId)).toEqual([]);
    expect((await scene.second.post(`${path}/approve`, {})).body.state).toBe('approved');
    expect(await charges(tenantId)).toEqual([
      { kind: 'bounce-handling-charge', amount: 33_000, tax: 'outside' },
    ]);
    expect((await scene.second.post(`${path}/approve`, {})).body.code).toBe(
      'payments.decided-already',
    );
  });

  it('comes with a file that the second person can look at, and nobody else', async () => {
    const { tenantId, client } = await activeTenant(scene.app);
    const bytes = Buffer.from('%PDF-1.7\n証拠');
    const proposing = (content: Buffer): ReturnType<DebitScene['first']['post']> =>
      scene.first.post(`/api/v1/operator/tenants/${tenantId}/bounce-charges`, {
        amountYen: 33_000,
        evidence: '連番の宛先',
        file: { fileName: '証拠 1.pdf', content: content.toString('base64') },
      });
    const refused = await proposing(Buffer.from('<script>'));
    expect([refused.status, refused.body.code]).toEqual([422, 'payments.bad-evidence-file']);
    const { body } = await proposing(bytes);
    expect(body.fileName).toBe('証拠 1.pdf');
    const path = `/api/v1/operator/bounce-charges/${String(body.id)}/file`;
    const seen = await scene.second.get(path);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(seen.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''%E8%A8%BC%E6%8B%A0%201.pdf`,
    );
    expect((await client.get(path)).status).toBe(403);
    const rows = await scene.app
      .get(Database)
      .asSystem((tx) => tx.query('SELECT f::text FROM bounce_charge_files f'));
    expect(JSON.stringify(rows)).not.toContain(bytes.toString('hex'));
    const without = await scene.first.post(`/api/v1/operator/tenants/${tenantId}/bounce-charges`, {
      amountYen: 1,
      evidence: 'x',
    });
    const none = `/api/v1/operator/bounce-charges/${String(without.body.id)}/file`;
    expect((await scene.second.get(none)).body.code).toBe('payments.no-evidence-file');
  });

  it('that is rejected never comes about', async () => {
    const { tenantId } = await activeTenant(scene.app);
    const { body } = await scene.first.post(`/api/v1/operator/tenants/${tenantId}/bounce-charges`, {
      amountYen: 1,
      evidence: 'x',
    });
    const path = `/api/v1/operator/bounce-charges/${String(body.id)}/reject`;
    expect((await scene.second.post(path, { note: '証拠不十分' })).body.state).toBe('rejected');
    expect(await charges(tenantId)).toEqual([]);
  });
});
