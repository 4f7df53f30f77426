import { PlainDate } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { OpenInvoice } from '../domain/invoice/allocation.js';
import type { Payer } from '../domain/transfer/match-transfer.js';
import { payerCodeKey, payerKey } from '../domain/transfer/payer-key.js';
import { paymentsErrors } from '../payments.errors.js';

/** How a tenant's transfers are known. */
export interface PayerIdentity {
  /** Virtual accounts and payer codes that are its alone. */
  readonly codes: readonly string[];
  /** Names it pays under besides its own, in any spelling. */
  readonly names: readonly string[];
}

interface OpenRow {
  readonly tenantId: string;
  readonly id: string;
  readonly number: string;
  readonly dueDate: string;
  readonly open: Yen;
  readonly collecting: boolean;
  readonly names: readonly (string | null)[];
}

/** Who may have sent a transfer. */
@Injectable()
export class Payers {
  /** Every tenant that owes money or has a code, or those that are asked for. In the system's transaction. */
  async all(tx: Tx, only: readonly TenantId[] | null = null): Promise<Payer[]> {
    const invoices = await tx.query<OpenRow>(
      `SELECT i.tenant_id AS "tenantId", i.id, i.number, i.due_date::text AS "dueDate", i.total_yen - i.paid_yen AS open,
         i.state = 'collecting' AS collecting, ARRAY[i.recipient->>'nameKana', i.recipient->>'name'] AS names
       FROM invoices i WHERE i.state IN ('issued', 'collecting', 'collection-failed', 'partially-paid')
         AND ($1::uuid[] IS NULL OR i.tenant_id = ANY($1)) ORDER BY i.due_date, i.number`,
      [only],
    );
    const identities = await tx.query<{ tenantId: string; kind: string; value: string }>(
      'SELECT tenant_id AS "tenantId", kind, value FROM payer_identities WHERE $1::uuid[] IS NULL OR tenant_id = ANY($1)',
      [only],
    );
    const open = byTenant(invoices);
    const known = byTenant(identities);
    return [...new Set([...open.keys(), ...known.keys()])].map((tenantId) => {
      const rows = open.get(tenantId) ?? [];
      const of = (kind: string): string[] =>
        (known.get(tenantId) ?? []).flatMap((each) => (each.kind === kind ? [each.value] : []));
      const billed = rows.flatMap(({ names }) => names.filter((name) => name !== null));
      return {
        tenantId,
        codes: new Set(of('code').map(payerCodeKey)),
        names: new Set([...billed, ...of('name')].flatMap((name) => payerKey(name) ?? [])),
        open: rows.filter(({ collecting }) => !collecting).map(openInvoice),
      };
    });
  }

  async identity(tx: Tx, tenantId: TenantId): Promise<PayerIdentity> {
    const rows = await tx.query<{ kind: string; value: string }>(
      'SELECT kind, value FROM payer_identities WHERE tenant_id = $1 ORDER BY value',
      [tenantId],
    );
    const of = (kind: string): string[] =>
      rows.flatMap((each) => (each.kind === kind ? [each.value] : []));
    return { codes: of('code'), names: of('name') };
  }

  /** Replaces what was known; the code of the tenant's transfer account stays. @throws BusinessError payments.payer-code-taken */
  async save(tx: Tx, tenantId: TenantId, { codes, names }: PayerIdentity): Promise<void> {
    await tx.execute(
      `DELETE FROM payer_identities p WHERE tenant_id = $1 AND NOT EXISTS (SELECT FROM transfer_accounts a
         WHERE a.tenant_id = $1 AND p.kind = 'code' AND p.value = a.branch_number || a.account_number)`,
      [tenantId],
    );
    await tx
      .execute(
        `INSERT INTO payer_identities (tenant_id, kind, value)
         SELECT DISTINCT $1::uuid, 'code', unnest($2::text[]) UNION SELECT DISTINCT $1::uuid, 'name', unnest($3::text[])
         ON CONFLICT (tenant_id, kind, value) DO NOTHING`,
        [tenantId, codes, names],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? paymentsErrors.payerCodeTaken({ field: 'codes' }) : error;
      });
  }

  /** It was not this tenant that paid under the name. */
  async forgetName(tx: Tx, tenantId: TenantId, name: string): Promise<void> {
    await tx.execute(
      `DELETE FROM payer_identities WHERE tenant_id = $1 AND kind = 'name' AND value = $2`,
      [tenantId, name],
    );
  }

  /** One more name, known or not. */
  async learnName(tx: Tx, tenantId: TenantId, name: string): Promise<void> {
    await tx.execute(
      `INSERT INTO payer_identities (tenant_id, kind, value) VALUES ($1, 'name', $2) ON CONFLICT DO NOTHING`,
      [tenantId, name],
    );
  }
}

const byTenant = <R extends { readonly tenantId: string }>(
  rows: readonly R[],
): ReadonlyMap<string, readonly R[]> => {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.tenantId);
    if (group) group.push(row);
    else groups.set(row.tenantId, [row]);
  }
  return groups;
};

const openInvoice = ({ id, number, dueDate, open }: OpenRow): OpenInvoice => ({
  id,
  number,
  dueDate: PlainDate.from(dueDate),
  open,
});
