import type { PlainDate } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { paymentsErrors } from '../payments.errors.js';

export interface RefundFileRecord {
  readonly id: string;
  /** `2026-08-03` */
  readonly payOn: string;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  readonly sha256: string;
  readonly count: number;
  readonly total: number;
}

const owner = (id: string): string => `refunds/${id}`;

/** Orders to a bank to pay money back to many tenants. All of it in the system's transaction. */
@Injectable()
export class RefundFiles {
  constructor(private readonly secrets: Secrets) {}

  async insert(
    tx: Tx,
    file: Pick<RefundFileRecord, 'id' | 'madeAt' | 'madeBy' | 'count' | 'total'> & {
      readonly payOn: PlainDate;
      readonly bytes: Uint8Array;
      readonly sha256: Buffer;
    },
  ): Promise<void> {
    const { id, payOn, madeAt, madeBy, bytes, sha256, count, total } = file;
    const box = this.secrets.encrypt('bank-file', owner(id), bytes);
    await tx.execute(
      `INSERT INTO refund_files (id, pay_on, made_at, made_by, file_box, sha256, count, total)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, payOn.toString(), madeAt, madeBy, box, sha256, count, total],
    );
  }

  list(tx: Tx): Promise<RefundFileRecord[]> {
    return tx.query(
      `SELECT id, pay_on::text AS "payOn", made_at AS "madeAt", made_by AS "madeBy", encode(sha256, 'hex') AS sha256,
         count, total FROM refund_files ORDER BY id DESC LIMIT 200`,
    );
  }

  /** @throws BusinessError payments.refund-file-not-found */
  async bytes(tx: Tx, id: string): Promise<{ payOn: string; bytes: Uint8Array }> {
    const [row] = await tx.query<{ payOn: string; box: Buffer }>(
      'SELECT pay_on::text AS "payOn", file_box AS box FROM refund_files WHERE id = $1',
      [id],
    );
    if (!row) throw paymentsErrors.refundFileNotFound();
    return { payOn: row.payOn, bytes: this.secrets.decrypt('bank-file', owner(id), row.box) };
  }
}
