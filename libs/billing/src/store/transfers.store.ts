import { PlainDate, yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { Transfer } from '../domain/transfer/transfer-notice.js';
import type { TransferSearch } from '../domain/transfer/transfer-search.js';
import { paymentsErrors } from '../payments.errors.js';

/** `reversed`: the bank took it back; `set-aside`: no payment of a tenant, looked at by a person. */
export const transferStates = ['unmatched', 'matched', 'reversed', 'set-aside'] as const;
export type TransferState = (typeof transferStates)[number];

export type MatchedBy = 'code' | 'amount-and-name' | 'person' | 'reversal';

export interface StoredTransfer {
  readonly id: string;
  readonly importId: string;
  readonly state: TransferState;
  readonly bookedOn: PlainDate;
  readonly valueDate: PlainDate;
  readonly amount: Yen;
  readonly payerCode: string;
  readonly payerName: string;
  readonly bankName: string;
  readonly reference: string;
  readonly reversal: boolean;
  readonly tenantId: TenantId | null;
  readonly matchedBy: MatchedBy | null;
  readonly matchedAt: Date | null;
  readonly note: string | null;
  /** Whom a person may want to look at first. */
  readonly candidates: readonly string[];
  /** The bank's own number, or empty. */
  readonly inquiryNumber: string;
  /** The transfer of an earlier file that this one tells of again; it is set aside. */
  readonly repeatsId: string | null;
}

interface NewTransfer {
  readonly id: string;
  readonly position: number;
  readonly repeatsId: string | null;
  readonly transfer: Transfer;
}

type Raw = Omit<StoredTransfer, 'bookedOn' | 'valueDate'> & { bookedOn: string; valueDate: string };

const columns = `id, import_id AS "importId", state, booked_on::text AS "bookedOn", value_date::text AS "valueDate",
  amount, payer_code AS "payerCode", payer_name AS "payerName", bank_name AS "bankName", reference, reversal,
  tenant_id AS "tenantId", matched_by AS "matchedBy", matched_at AS "matchedAt", note, candidates,
  inquiry_number AS "inquiryNumber", repeats_id AS "repeatsId"`;

const read = ({ bookedOn, valueDate, amount, ...row }: Raw): StoredTransfer => ({
  ...row,
  amount: yen(amount),
  bookedOn: PlainDate.from(bookedOn),
  valueDate: PlainDate.from(valueDate),
});

const columnsOf = ({ id, position, repeatsId, transfer }: NewTransfer): object => ({
  ...{ id, position, repeats_id: repeatsId, amount: transfer.amount },
  booked_on: transfer.bookedOn.toString(),
  value_date: transfer.valueDate.toString(),
  payer_code: transfer.payerCode,
  payer_name: transfer.payerName,
  bank_name: `${transfer.bankName} ${transfer.branchName}`.trim(),
  reference: transfer.edi,
  reversal: transfer.reversal,
  inquiry_number: transfer.inquiryNumber,
});

/** Transfers, before and after somebody knows whose they are. All of it in the system's transaction. */
@Injectable()
export class Transfers {
  /** All of a file at once; a file may have thousands. */
  async add(tx: Tx, importId: string, transfers: readonly NewTransfer[]): Promise<void> {
    await tx.execute(
      `INSERT INTO transfers (import_id, state, id, position, booked_on, value_date, amount, payer_code, payer_name,
         bank_name, reference, reversal, inquiry_number, repeats_id)
       SELECT $1, CASE WHEN repeats_id IS NULL THEN 'unmatched' ELSE 'set-aside' END, t.*
       FROM jsonb_to_recordset($2) AS t (id uuid, position integer, booked_on date, value_date date, amount bigint,
         payer_code text, payer_name text, bank_name text, reference text, reversal boolean, inquiry_number text,
         repeats_id uuid)`,
      [importId, JSON.stringify(transfers.map(columnsOf))],
    );
  }

  /** Transfers of those days that the bank's files told of before, each of them once. */
  async told(tx: Tx, bankProfileId: string, days: readonly PlainDate[]): Promise<StoredTransfer[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM transfers
       WHERE booked_on = ANY($2::date[]) AND (repeats_id IS NULL OR state <> 'set-aside')
         AND import_id IN (SELECT i.id FROM transfer_imports i WHERE i.bank_profile_id = $1) ORDER BY id`,
      [bankProfileId, [...new Set(days.map(String))]],
    );
    return rows.map(read);
  }

  /** Locks it. @throws BusinessError payments.transfer-not-found */
  async lock(tx: Tx, id: string): Promise<StoredTransfer> {
    const [row] = await tx.query<Raw>(`SELECT ${columns} FROM transfers WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    if (!row) throw paymentsErrors.transferNotFound();
    return read(row);
  }

  /** Locks those of a file, in its order. */
  async lockAll(tx: Tx, ids: readonly string[]): Promise<StoredTransfer[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM transfers WHERE id = ANY($1) ORDER BY position FOR UPDATE`,
      [ids],
    );
    return rows.map(read);
  }

  /** Newest first; one more than `size`. */
  async page(
    tx: Tx,
    { state, search }: { state?: TransferState | undefined; search?: TransferSearch | undefined },
    size: number,
    after: Position | undefined,
  ): Promise<StoredTransfer[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM transfers
       WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2)
         AND ($4::text[] IS NULL OR amount = $5 OR lpad(payer_code, 10, '0') = $6
           OR EXISTS (SELECT FROM unnest($4::text[]) name WHERE strpos(payer_name, name) > 0))
       ORDER BY id DESC LIMIT $3`,
      [
        state ?? null,
        after?.id ?? null,
        size + 1,
        search?.names ?? null,
        search?.amount ?? null,
        search?.code ?? null,
      ],
    );
    return rows.map(read);
  }

  /** What a reversal of that amount may take back, locked. */
  async reversible(tx: Tx, amount: Yen): Promise<StoredTransfer[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM transfers
       WHERE amount = $1 AND NOT reversal AND state IN ('matched', 'unmatched') ORDER BY id FOR UPDATE`,
      [amount],
    );
    return rows.map(read);
  }

  async match(
    tx: Tx,
    id: string,
    { tenantId, by, at }: { tenantId: TenantId; by: MatchedBy; at: Date },
  ): Promise<void> {
    await tx.execute(
      `UPDATE transfers SET state = 'matched', tenant_id = $2, matched_by = $3, matched_at = $4, candidates = '{}'
       WHERE id = $1`,
      [id, tenantId, by, at],
    );
  }

  async suggest(tx: Tx, id: string, candidates: readonly string[]): Promise<void> {
    await tx.execute('UPDATE transfers SET candidates = $2 WHERE id = $1', [id, candidates]);
  }

  /** Nobody's again. */
  async release(tx: Tx, id: string): Promise<void> {
    await tx.execute(
      `UPDATE transfers SET state = 'unmatched', tenant_id = NULL, matched_by = NULL, matched_at = NULL WHERE id = $1`,
      [id],
    );
  }

  async setAside(tx: Tx, id: string, note: string): Promise<void> {
    await tx.execute(`UPDATE transfers SET state = 'set-aside', note = $2 WHERE id = $1`, [
      id,
      note,
    ]);
  }

  /** A transfer and the reversal that took it back. */
  async reverse(tx: Tx, id: string, reversal: StoredTransfer, at: Date): Promise<void> {
    await tx.execute(`UPDATE transfers SET state = 'reversed' WHERE id = $1`, [id]);
    await tx.execute(
      `UPDATE transfers SET state = 'matched', matched_by = 'reversal', matched_at = $2, reverses_id = $3,
         tenant_id = (SELECT tenant_id FROM transfers WHERE id = $3) WHERE id = $1`,
      [reversal.id, at, id],
    );
  }
}
