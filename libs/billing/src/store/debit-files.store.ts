import { PlainDate, YearMonth } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { BankSettings } from '../domain/banks/bank-settings.js';
import { paymentsErrors } from '../payments.errors.js';

export const debitFileStates = [
  'prepared',
  'confirmed',
  'handed-over',
  'answered',
  'cancelled',
] as const;
type DebitFileState = (typeof debitFileStates)[number];

/** The export record: what one file asks a bank for, and how far it is. */
export interface DebitFile {
  readonly id: string;
  readonly month: YearMonth;
  readonly debitDate: PlainDate;
  /** From this instant on the bank takes no file. */
  readonly closesAt: Date;
  readonly bankProfileId: string;
  /** As they were when the file was prepared. */
  readonly settings: BankSettings;
  readonly state: DebitFileState;
  readonly preparedAt: Date;
  readonly preparedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
  readonly handedOverAt: Date | null;
  readonly answeredAt: Date | null;
  /** Of the file as it was confirmed, hexadecimal. */
  readonly sha256: string | null;
  readonly count: number;
  readonly total: number;
}

type Raw = Omit<DebitFile, 'month' | 'debitDate'> & { month: string; debitDate: string };

const columns = `id, to_char(month, 'YYYY-MM') AS month, debit_date::text AS "debitDate", closes_at AS "closesAt",
  bank_profile_id AS "bankProfileId", settings, state, prepared_at AS "preparedAt", prepared_by AS "preparedBy",
  confirmed_at AS "confirmedAt", confirmed_by AS "confirmedBy", handed_over_at AS "handedOverAt",
  answered_at AS "answeredAt", encode(sha256, 'hex') AS sha256, count, total`;

const read = ({ month, debitDate, ...row }: Raw): DebitFile => ({
  ...row,
  month: YearMonth.from(month),
  debitDate: PlainDate.from(debitDate),
});

const owner = (id: string, what: 'request' | 'result'): string => `debit/${id}/${what}`;

/** Files of one bank that ask for money of many tenants. All of it in the system's transaction. */
@Injectable()
export class DebitFiles {
  constructor(private readonly secrets: Secrets) {}

  async insert(
    tx: Tx,
    file: Pick<
      DebitFile,
      'id' | 'month' | 'debitDate' | 'closesAt' | 'bankProfileId' | 'settings' | 'count' | 'total'
    > & { readonly at: Date; readonly by: string | null },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO debit_files (id, month, debit_date, closes_at, bank_profile_id, settings, state, prepared_at,
         prepared_by, count, total) VALUES ($1, $2, $3, $4, $5, $6, 'prepared', $7, $8, $9, $10)`,
      [
        file.id,
        `${file.month.toString()}-01`,
        file.debitDate.toString(),
        file.closesAt,
        file.bankProfileId,
        JSON.stringify(file.settings),
        file.at,
        file.by,
        file.count,
        file.total,
      ],
    );
  }

  /** One file for a bank and a debit day; locks it. */
  async standing(
    tx: Tx,
    bankProfileId: string,
    debitDate: PlainDate,
  ): Promise<DebitFile | undefined> {
    const [row] = await tx.query<Raw>(
      `SELECT ${columns} FROM debit_files WHERE bank_profile_id = $1 AND debit_date = $2 AND state <> 'cancelled'
       FOR UPDATE`,
      [bankProfileId, debitDate.toString()],
    );
    return row && read(row);
  }

  /** Locks it. @throws BusinessError payments.debit-file-not-found */
  async lock(tx: Tx, id: string): Promise<DebitFile> {
    const [row] = await tx.query<Raw>(
      `SELECT ${columns} FROM debit_files WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!row) throw paymentsErrors.debitFileNotFound();
    return read(row);
  }

  /** Newest first; one more than `size`. */
  async page(tx: Tx, size: number, after: Position | undefined): Promise<DebitFile[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM debit_files WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after?.id ?? null, size + 1],
    );
    return rows.map(read);
  }

  /** The bytes that were, or will be, handed over. @throws BusinessError payments.debit-file-state */
  async bytes(tx: Tx, id: string): Promise<Uint8Array> {
    const [row] = await tx.query<{ box: Buffer | null }>(
      'SELECT file_box AS box FROM debit_files WHERE id = $1',
      [id],
    );
    if (!row?.box) throw paymentsErrors.debitFileState();
    return this.secrets.decrypt('bank-file', owner(id, 'request'), row.box);
  }

  async keepBytes(
    tx: Tx,
    id: string,
    file: { bytes: Uint8Array; sha256: Buffer; count: number; total: number },
  ): Promise<void> {
    const box = this.secrets.encrypt('bank-file', owner(id, 'request'), file.bytes);
    await tx.execute(
      'UPDATE debit_files SET file_box = $2, sha256 = $3, count = $4, total = $5 WHERE id = $1',
      [id, box, file.sha256, file.count, file.total],
    );
  }

  async confirm(tx: Tx, id: string, at: Date, by: string): Promise<void> {
    await tx.execute(
      `UPDATE debit_files SET state = 'confirmed', confirmed_at = $2, confirmed_by = $3 WHERE id = $1`,
      [id, at, by],
    );
  }

  async handOver(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE debit_files SET state = 'handed-over', handed_over_at = $2 WHERE id = $1`,
      [id, at],
    );
  }

  async cancel(tx: Tx, id: string): Promise<void> {
    await tx.execute(`UPDATE debit_files SET state = 'cancelled' WHERE id = $1`, [id]);
  }

  /** Result files that were taken in, by the hash of their bytes. */
  results(tx: Tx): Promise<{ hash: string; exportId: string }[]> {
    return tx.query(
      `SELECT encode(result_sha256, 'hex') AS hash, id AS "exportId" FROM debit_files WHERE result_sha256 IS NOT NULL`,
    );
  }

  async answer(
    tx: Tx,
    id: string,
    result: { bytes: Uint8Array; sha256: Buffer; at: Date },
  ): Promise<void> {
    const box = this.secrets.encrypt('bank-file', owner(id, 'result'), result.bytes);
    await tx.execute(
      `UPDATE debit_files SET state = 'answered', result_box = $2, result_sha256 = $3, answered_at = $4 WHERE id = $1`,
      [id, box, result.sha256, result.at],
    );
  }
}
