import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { pdfText } from '#test/pdf-text';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aBank } from './testing/bank.js';
import { billingParts } from './testing/billing-parts.js';
import { readyToInvoice, testIssuer } from './testing/invoicing.js';
import { owedInvoice } from './testing/owed-invoice.js';
import { transferFile } from './testing/transfer-file.js';
import { DunTenant } from './use-cases/dun-tenant.js';
import { IssueInitialInvoice } from './use-cases/issue-initial-invoice.js';
import { ReadInvoices } from './use-cases/read-invoices.js';

const clock = new MovableClock('2026-07-31T10:00:00+09:00');
let app: TestApp;
let operator: TestClient;
let bankProfileId: string;
let tenantId: TenantId;
let client: TestClient;

beforeAll(async () => {
  app = await startApp({ ...billingParts, clock });
  operator = await operatorClient(app, 'billing');
  bankProfileId = await aBank(operator);
  await readyToInvoice(app, '2026-07');
});

afterAll(() => app.stop());

let count = 0;
let account = { branchNumber: '', branchName: '', accountType: '', accountNumber: '' };

beforeEach(async () => {
  ({ tenantId, client } = await activeTenant(app));
  count += 1;
  const accountNumber = `00000${String(count).padStart(2, '0')}`;
  const branch = { branchNumber: '912', branchName: '振込専用支店' };
  account = { ...branch, accountType: '1', accountNumber };
});

const pathOf = (tenant: TenantId = tenantId): string =>
  `/api/v1/operator/tenants/${tenant}/transfer-account`;
const identity = (tenant: TenantId = tenantId): string =>
  `/api/v1/operator/tenants/${tenant}/payer-identity`;
const ja = (number = account.accountNumber): string =>
  `ミズホ（0001） 振込専用支店（912） 普通 ${number} 株式会社ウィーエムサンプル`;
const en = (number = account.accountNumber): string =>
  `ミズホ (0001), 振込専用支店 (912), ordinary account ${number}, 株式会社ウィーエムサンプル`;

/** What came to an account of the provider's bank; matched transfers are its payer's. */
const arrive = async (amount: number, accountNumber: string): Promise<unknown> => {
  clock.advance({ seconds: 1 });
  const bytes = transferFile('080731', [{ amount, payerName: `ﾄｸﾒｲ${count}` }], {
    branchNumber: '912',
    accountNumber,
  });
  const { body } = await operator.post('/api/v1/operator/transfer-imports', {
    ...{ bankProfileId, format: 'zengin', fileName: 'nyukin.txt' },
    content: Buffer.from(bytes).toString('base64'),
  });
  return body.matched;
};

const paymentMethod = async (): Promise<Record<string, unknown>> =>
  (await client.get('/api/v1/billing/payment-method')).body;

describe('an account of its own', () => {
  it('is what everything says from then on, and what comes there pays', async () => {
    const before = await owedInvoice(app, tenantId, { dueDate: '2026-07-20' });
    expect((await paymentMethod())['transferTo']).toMatchObject({
      accountNumber: '7654321',
      own: false,
    });
    const given = await operator.put(pathOf(), { ...account, accountNumber: `１` });
    const one = '0000001';
    const bank = { bankName: 'ミズホ', bankNumber: '0001' };
    const holder = { holderName: '株式会社ウィーエムサンプル' };
    const own = { ...account, ...bank, accountNumber: one };
    expect([given.status, given.body]).toEqual([
      200,
      { account: { ...own, ...holder, bankProfileId } },
    ]);
    expect((await operator.get(pathOf())).body).toEqual(given.body);
    expect((await operator.get(identity())).body).toEqual({ codes: [`912${one}`], names: [] });
    expect((await paymentMethod())['transferTo']).toEqual({
      ...own,
      name: holder.holderName,
      own: true,
    });

    await app.get(IssueInitialInvoice).execute({ tenantId });
    const [invoice] = await app.get(ReadInvoices).list(tenantId, null, 1);
    const path = `/api/v1/billing/invoices/${invoice?.id ?? ''}`;
    expect((await client.get(path)).body['issuer']).toMatchObject({
      bankAccount: ja(one),
      bankAccountEn: en(one),
    });
    const printed = async (lang: 'ja' | 'en'): Promise<string> =>
      pdfText((await app.get(ReadInvoices).pdf(tenantId, invoice?.id ?? '', lang)).bytes).join('');
    expect(await printed('ja')).toContain(`${ja(one)}お客様専用の口座です。`);
    expect(await printed('en')).toContain(`${en(one)}This account is yours alone;`);
    expect((await client.get(`/api/v1/billing/invoices/${before}`)).body['issuer']).toMatchObject({
      bankAccount: 'みずほ銀行', // what was issued keeps what it says
      bankAccountEn: 'みずほ銀行',
    });

    await app.get(DunTenant).execute({ tenantId });
    const notices = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ kind: string; text: string }>(
          'SELECT kind, body AS text FROM notices WHERE tenant_id = $1 ORDER BY id',
          [tenantId],
        ),
      );
    expect(
      notices
        .filter(({ kind }) => kind.startsWith('billing.'))
        .map(({ kind, text }) => [kind, text.includes(`お振込先: ${ja(one)}`)]),
    ).toEqual([
      ['billing.invoice-issued', true],
      ['billing.overdue-notice', true],
    ]);

    expect(await arrive(5_500, one)).toBe(1);
    expect((await client.get(`/api/v1/billing/invoices/${before}`)).body['state']).toBe('paid');
  });

  it('stays a payer code when the codes are replaced, and when another takes its place', async () => {
    const first = account.accountNumber;
    await operator.put(pathOf(), account);
    const wish = { codes: ['77'], names: ['ｶ)ｱﾎﾞｶﾄﾞ'] };
    expect((await operator.put(identity(), wish)).body).toEqual({
      codes: ['0000000077', `912${first}`],
      names: wish.names,
    });
    const second = `99000${String(count).padStart(2, '0')}`;
    await operator.put(pathOf(), { ...account, accountNumber: second });
    expect((await operator.get(identity())).body['codes']).toEqual([
      '0000000077',
      `912${first}`,
      `912${second}`,
    ]);
    expect([await arrive(100, first), await arrive(200, second)]).toEqual([1, 1]);
    expect((await paymentMethod())['creditYen']).toBe(300);
    await operator.put(identity(), { codes: [], names: [] });
    expect((await operator.get(identity())).body['codes']).toEqual([`912${second}`]);
  });

  it('can be withdrawn: the provider’s own is said again', async () => {
    await operator.put(pathOf(), account);
    expect((await operator.delete(pathOf())).status).toBe(204);
    expect((await operator.delete(pathOf())).status).toBe(204);
    expect((await operator.get(pathOf())).body).toEqual({ account: null });
    expect((await paymentMethod())['transferTo']).toMatchObject({ own: false });
    await app.get(IssueInitialInvoice).execute({ tenantId });
    const [invoice] = await app.get(ReadInvoices).list(tenantId, null, 1);
    expect(invoice?.issuer).toEqual(testIssuer);
    const audit = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ action: string }>(
          `SELECT action FROM audit_trail WHERE tenant_id = $1 AND action LIKE 'transfer-account.%' ORDER BY id`,
          [tenantId],
        ),
      );
    expect(audit.map(({ action }) => action)).toEqual([
      'transfer-account.set',
      'transfer-account.withdrawn',
    ]);
  });

  it('is never two tenants’, however they come by it', async () => {
    const other = await activeTenant(app);
    const both = [tenantId, other.tenantId];
    const answers = await Promise.all(both.map((each) => operator.put(pathOf(each), account)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'payments.transfer-account-taken',
      field: 'accountNumber',
    });
    const loser = answers[0]?.status === 409 ? tenantId : other.tenantId;
    const code = { codes: [`912-${account.accountNumber}`], names: [] };
    expect((await operator.put(identity(loser), code)).body.code).toBe('payments.payer-code-taken');
    await operator.put(identity(loser), { codes: [`9139${'0'.repeat(6)}`], names: [] });
    const winner = both.find((each) => each !== loser);
    const coded = { ...account, branchNumber: '913', accountNumber: '9000000' };
    expect((await operator.put(pathOf(winner), coded)).body.code).toBe(
      'payments.transfer-account-taken',
    );
  });

  it.each([
    [{ branchNumber: '12A' }, 'payments.account-not-digits', 'branchNumber'],
    [{ branchNumber: '1234' }, 'payments.account-too-long', 'branchNumber'],
    [{ accountNumber: '12345678' }, 'payments.account-too-long', 'accountNumber'],
    [{ accountNumber: '-' }, 'payments.account-empty', 'accountNumber'],
    [
      { branchNumber: '1', accountNumber: '7654321' },
      'payments.transfer-account-of-provider',
      'accountNumber',
    ],
    [
      { bankProfileId: '019f0000-0000-7000-8000-000000000000' },
      'payments.bank-profile-not-found',
      'bankProfileId',
    ],
  ])('%j is refused by name', async (over, code, field) => {
    const answer = await operator.put(pathOf(), { ...account, ...over });
    expect(answer.body).toMatchObject({ code, field });
    expect((await operator.get(pathOf())).body).toEqual({ account: null });
  });
});
