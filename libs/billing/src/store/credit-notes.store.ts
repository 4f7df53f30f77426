import { PlainDate, yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { CreditedAmount } from '../domain/invoice/credit-note.js';
import type { RateGroup } from '../domain/tax/tax-totals.js';

/** `lapsed`: what it was proposed for is no more. */
export const creditNoteStates = ['proposed', 'issued', 'declined', 'lapsed'] as const;
export type CreditNoteState = (typeof creditNoteStates)[number];

/** 適格返還請求書, from its proposal on. */
export interface KeptCreditNote {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly invoiceId: string;
  readonly state: CreditNoteState;
  readonly reason: string;
  readonly amounts: readonly CreditedAmount[];
  readonly groups: readonly RateGroup[];
  /** With tax. */
  readonly total: Yen;
  readonly proposedAt: Date;
  /** An operator's id; null where a rule proposed it. */
  readonly proposedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly number: string | null;
  readonly issuedOn: PlainDate | null;
  readonly documentId: string | null;
}

/** What notes take off that are issued, or may yet be. */
export const standing = (notes: readonly KeptCreditNote[]): RateGroup[] =>
  notes
    .filter(({ state }) => state === 'proposed' || state === 'issued')
    .flatMap(({ groups }) => groups);

type Raw = Omit<KeptCreditNote, 'issuedOn'> & { issuedOn: string | null };

type Proposal = Pick<
  KeptCreditNote,
  'id' | 'invoiceId' | 'reason' | 'amounts' | 'groups' | 'total' | 'proposedAt' | 'proposedBy'
>;

type Decision = Pick<
  KeptCreditNote,
  'state' | 'groups' | 'total' | 'decidedAt' | 'decidedBy' | 'number' | 'issuedOn' | 'documentId'
>;

const columns = `tenant_id AS "tenantId", id, invoice_id AS "invoiceId", state, reason, amounts, groups,
  total_yen AS total, proposed_at AS "proposedAt", proposed_by AS "proposedBy", decided_at AS "decidedAt",
  decided_by AS "decidedBy", number, issued_on::text AS "issuedOn", document_id AS "documentId"`;

@Injectable()
export class CreditNotesStore {
  async propose(tx: Tx, tenantId: TenantId, note: Proposal): Promise<void> {
    await tx.execute(
      `INSERT INTO credit_notes (tenant_id, id, invoice_id, state, reason, amounts, groups, total_yen, proposed_at, proposed_by)
       VALUES ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8, $9)`,
      [
        tenantId,
        note.id,
        note.invoiceId,
        note.reason,
        JSON.stringify(note.amounts),
        JSON.stringify(note.groups),
        note.total,
        note.proposedAt,
        note.proposedBy,
      ],
    );
  }

  async decide(tx: Tx, tenantId: TenantId, id: string, decision: Decision): Promise<void> {
    await tx.execute(
      `UPDATE credit_notes SET state = $3, groups = $4, total_yen = $5, decided_at = $6, decided_by = $7, number = $8,
         issued_on = $9, document_id = $10 WHERE tenant_id = $1 AND id = $2`,
      [
        tenantId,
        id,
        decision.state,
        JSON.stringify(decision.groups),
        decision.total,
        decision.decidedAt,
        decision.decidedBy,
        decision.number,
        decision.issuedOn?.toString() ?? null,
        decision.documentId,
      ],
    );
  }

  ofInvoice(tx: Tx, tenantId: TenantId, invoiceId: string): Promise<KeptCreditNote[]> {
    return this.select(tx, 'tenant_id = $1 AND invoice_id = $2 ORDER BY proposed_at, id', [
      tenantId,
      invoiceId,
    ]);
  }

  async find(tx: Tx, tenantId: TenantId, id: string): Promise<KeptCreditNote | undefined> {
    const [note] = await this.select(tx, 'tenant_id = $1 AND id = $2', [tenantId, id]);
    return note;
  }

  /** What issued notes have taken off paid invoices, with tax. */
  async issuedTotal(tx: Tx, tenantId: TenantId): Promise<number> {
    const [row] = await tx.query<{ total: number }>(
      `SELECT coalesce(sum(total_yen), 0)::bigint AS total FROM credit_notes
        WHERE tenant_id = $1 AND state = 'issued'`,
      [tenantId],
    );
    return row?.total ?? 0;
  }

  /** Of all tenants, those in a state, newest first; in the system's transaction. */
  inState(tx: Tx, state: CreditNoteState, limit: number): Promise<KeptCreditNote[]> {
    return this.select(tx, 'state = $1 ORDER BY id DESC LIMIT $2', [state, limit]);
  }

  /** What a rule proposed for a reason and nobody has decided on yet, for invoices of a contract; locked. */
  openByRule(
    tx: Tx,
    tenantId: TenantId,
    contractId: string,
    reason: string,
  ): Promise<KeptCreditNote[]> {
    return this.select(
      tx,
      `tenant_id = $1 AND state = 'proposed' AND proposed_by IS NULL AND reason = $3 AND invoice_id IN
         (SELECT id FROM invoices WHERE tenant_id = $1 AND contract_id = $2) ORDER BY id FOR UPDATE`,
      [tenantId, contractId, reason],
    );
  }

  async lapse(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE credit_notes SET state = 'lapsed', decided_at = $3 WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, at],
    );
  }

  /** Locked, by its id alone; in the system's transaction. */
  async lock(tx: Tx, id: string): Promise<KeptCreditNote | undefined> {
    const [note] = await this.select(tx, 'id = $1 FOR UPDATE', [id]);
    return note;
  }

  private async select(
    tx: Tx,
    where: string,
    parameters: readonly unknown[],
  ): Promise<KeptCreditNote[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM credit_notes WHERE ${where}`,
      parameters,
    );
    return rows.map((row) => ({
      ...row,
      total: yen(row.total),
      issuedOn: row.issuedOn === null ? null : PlainDate.from(row.issuedOn),
    }));
  }
}
