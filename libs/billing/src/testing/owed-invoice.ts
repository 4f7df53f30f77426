import type { AppUnderTest } from '#lib/accounts/testing';
import { ContractBook } from '#lib/contracts';
import { Clock, PlainDate, YearMonth, jstDate, newId, yen } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { taxTotals } from '../domain/tax/tax-totals.js';
import { InvoicesStore } from '../store/invoices.store.js';
import type { InvoiceKind, PayBy } from '../store/invoice.row.js';
import { TellWhatIsOwed } from '../use-cases/tell-what-is-owed.js';

interface Owed {
  /** Without tax. */
  readonly amount?: number;
  readonly dueDate?: string;
  readonly payBy?: PayBy;
  readonly kind?: InvoiceKind;
  readonly nameKana?: string;
}

let count = 0;

/** An issued invoice of a tenant that has a contract, for tests of what comes after its issue. Gives its id. */
export const owedInvoice = async (
  app: AppUnderTest,
  tenantId: TenantId,
  {
    amount = 5_000,
    dueDate,
    payBy = 'transfer',
    kind = 'monthly',
    nameKana = 'テストショウテン',
  }: Owed = {},
): Promise<string> => {
  const at = app.get(Clock).now();
  const today = jstDate(at);
  const [id, documentId] = [newId(at), newId(at)];
  count += 1;
  const number = `T-${String(count).padStart(6, '0')}`;
  const lines = [
    {
      kind: 'basic-fee',
      month: YearMonth.from(today),
      amount: yen(amount),
      taxCategory: 'standard',
      detail: null,
    } as const,
  ];
  const totals = taxTotals(lines);
  await app.get(Database).inTenant(tenantId, async (tx) => {
    const contract = await app.get(ContractBook).of(tx, tenantId);
    if (!contract) throw new Error('The tenant has no contract');
    await tx.execute(
      `INSERT INTO documents (tenant_id, id, kind, number, issued_on, counterparty, amount_yen, bytes, sha256, created_at)
       VALUES ($1, $2, 'invoice', $3, $4, 'テスト商店', $5, '', '', $6)`,
      [tenantId, documentId, number, today.toString(), totals.total, at],
    );
    await app.get(InvoicesStore).insert(tx, tenantId, {
      id,
      tenantId,
      contractId: contract.contractId,
      key: `test:${number}`,
      kind,
      number,
      payBy,
      issuedOn: today,
      dueDate: dueDate === undefined ? today.add({ days: 16 }) : PlainDate.from(dueDate),
      recipient: { name: 'テスト商店', nameKana, postalAddress: '東京都', contactPerson: null },
      issuer: {
        name: '飛脚株式会社',
        registrationNumber: 'T7000012050002',
        postalAddress: '東京都',
        contact: '03-0000-0000',
        bankAccount: 'みずほ銀行',
      },
      totals,
      total: totals.total,
      documentId,
      issuedAt: at,
      lines,
    });
    await app.get(TellWhatIsOwed).within(tx, tenantId);
  });
  return id;
};
