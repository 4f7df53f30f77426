import { PlainDate, yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

interface Owed {
  readonly dueYen: Yen;
  readonly oldestDueDate: PlainDate | null;
  readonly receivableTotalYen: Yen;
}

export interface Dues {
  readonly dueYen: Yen;
  readonly oldestDueDate: PlainDate | null;
  /** The due date that began the latest unpaid period, settled by now or not. @clause W13.2 */
  readonly unpaidSince: PlainDate | null;
  /** When that period ended; null while it lasts. */
  readonly settledAt: Date | null;
}

interface Columns {
  readonly dueYen: number;
  readonly oldestDueDate: string | null;
  readonly unpaidSince: string | null;
  readonly settledAt: Date | null;
}

@Injectable()
export class DuesStore {
  /** An unpaid period lasts from its oldest due date until nothing is due any more: until the money for it was there. */
  async save(
    tx: Tx,
    tenantId: TenantId,
    owed: Owed,
    { now, paidAt }: { now: Date; paidAt: Date },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO contract_dues AS d (tenant_id, due_yen, oldest_due_date, receivable_yen, unpaid_since, recorded_at)
       VALUES ($1, $2::bigint, $3::date, $4::bigint, CASE WHEN $2::bigint > 0 THEN $3::date END, $5::timestamptz)
       ON CONFLICT (tenant_id) DO UPDATE SET
         due_yen = excluded.due_yen, oldest_due_date = excluded.oldest_due_date,
         receivable_yen = excluded.receivable_yen, recorded_at = excluded.recorded_at,
         unpaid_since = CASE WHEN excluded.due_yen <= 0 THEN d.unpaid_since
           WHEN d.settled_at IS NULL THEN least(d.unpaid_since, excluded.oldest_due_date)
           ELSE excluded.oldest_due_date END,
         settled_at = CASE WHEN excluded.due_yen > 0 OR d.unpaid_since IS NULL THEN NULL
           ELSE coalesce(d.settled_at, $6::timestamptz) END`,
      [
        tenantId,
        owed.dueYen,
        owed.oldestDueDate?.toString() ?? null,
        owed.receivableTotalYen,
        now,
        paidAt,
      ],
    );
  }

  async of(tx: Tx, tenantId: TenantId): Promise<Dues | undefined> {
    const [row] = await tx.query<Columns>(
      `SELECT due_yen AS "dueYen", oldest_due_date::text AS "oldestDueDate", unpaid_since::text AS "unpaidSince",
              settled_at AS "settledAt" FROM contract_dues WHERE tenant_id = $1`,
      [tenantId],
    );
    return (
      row && {
        dueYen: yen(row.dueYen),
        oldestDueDate: row.oldestDueDate === null ? null : PlainDate.from(row.oldestDueDate),
        unpaidSince: row.unpaidSince === null ? null : PlainDate.from(row.unpaidSince),
        settledAt: row.settledAt,
      }
    );
  }
}
