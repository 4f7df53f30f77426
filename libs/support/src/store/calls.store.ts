import { PlainDate } from '#lib/kernel';
import type { Position } from '#platform/http';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Call } from '../domain/call.js';

/** The call log. */
@Injectable()
export class CallsStore {
  async add(tx: Tx, c: Call): Promise<void> {
    await tx.execute(
      `INSERT INTO calls (id, tenant_id, direction, at, minutes, person, phone, summary, recording, inquiry_id,
         operator_id, keep_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        c.id,
        c.tenantId,
        c.direction,
        c.at,
        c.minutes,
        c.person,
        c.phone,
        c.summary,
        c.recording,
        c.inquiryId,
        c.operatorId,
        c.keepUntil.toString(),
      ],
    );
  }

  /** One more than `limit`, the newest first. */
  async page(tx: Tx, limit: number, after: Position | undefined): Promise<Call[]> {
    const rows = await tx.query<Omit<Call, 'keepUntil'> & { keepUntil: string }>(
      `SELECT id, tenant_id AS "tenantId", direction, at, minutes, person, phone, summary, recording,
         inquiry_id AS "inquiryId", operator_id AS "operatorId", keep_until::text AS "keepUntil"
       FROM calls WHERE $1::uuid IS NULL OR (at, id) < ($2::timestamptz, $1::uuid)
       ORDER BY at DESC, id DESC LIMIT $3`,
      [after?.id ?? null, after?.sort ?? null, limit + 1],
    );
    return rows.map((row) => ({ ...row, keepUntil: PlainDate.from(row.keepUntil) }));
  }

  /** Erases what is no longer kept; gives how many. */
  forget(tx: Tx, today: PlainDate): Promise<number> {
    return tx.execute('DELETE FROM calls WHERE keep_until < $1::date', [today.toString()]);
  }
}
