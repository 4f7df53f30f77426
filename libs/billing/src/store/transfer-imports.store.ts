import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { paymentsErrors } from '../payments.errors.js';

export interface TransferImport {
  readonly id: string;
  readonly bankProfileId: string;
  readonly fileName: string;
  readonly importedAt: Date;
  /** Transfers and their sum, reversals included. */
  readonly count: number;
  readonly total: number;
}

/** Files of transfers that were taken in, kept as they came. */
@Injectable()
export class TransferImports {
  constructor(private readonly secrets: Secrets) {}

  /** One file of a bank at a time, so that each sees what the others told. */
  async lock(tx: Tx, bankProfileId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('transfers'), hashtext($1))`, [
      bankProfileId,
    ]);
  }

  /** @throws BusinessError payments.same-file */
  async add(
    tx: Tx,
    { id, bankProfileId, fileName, importedAt, count, total }: TransferImport,
    { bytes, sha256, by }: { bytes: Uint8Array; sha256: Buffer; by: string | null },
  ): Promise<void> {
    const box = this.secrets.encrypt('bank-file', `transfers/${id}`, bytes);
    await tx
      .execute(
        `INSERT INTO transfer_imports (id, bank_profile_id, sha256, file_name, file_box, imported_at, operator_id, count, total)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, bankProfileId, sha256, fileName, box, importedAt, by, count, total],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? paymentsErrors.sameFile() : error;
      });
  }

  list(tx: Tx): Promise<TransferImport[]> {
    return tx.query(
      `SELECT id, bank_profile_id AS "bankProfileId", file_name AS "fileName", imported_at AS "importedAt", count, total
       FROM transfer_imports ORDER BY id DESC LIMIT 200`,
    );
  }
}
