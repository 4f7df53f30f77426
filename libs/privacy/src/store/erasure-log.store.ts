import type { DataClass, PlainDate, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** What is counted together until it is certified. */
export interface Erased {
  readonly day: PlainDate;
  readonly tenantId: TenantId | null;
  readonly class: DataClass;
  readonly rule: string;
  readonly count: number;
}

export interface ErasureRun {
  /** Its night: `2026-08-05`. */
  readonly day: string;
  /** When it was asked for. */
  readonly startedAt: Date;
  /** Null while something is left to erase. */
  readonly finishedAt: Date | null;
  /** What the last try could not erase. */
  readonly failed: readonly string[];
}

const selectRun = `SELECT day::text, started_at AS "startedAt", finished_at AS "finishedAt", failed FROM erasure_runs`;

/** Nights, and what was erased in them. System transactions only. */
@Injectable()
export class ErasureLogStore {
  /** Notes that the run of a day was asked for, if nobody did before; false when it is finished. */
  async begin(tx: Tx, day: PlainDate, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO erasure_runs (day, started_at) VALUES ($1, $2)
       ON CONFLICT (day) DO UPDATE SET started_at = erasure_runs.started_at WHERE erasure_runs.finished_at IS NULL
       RETURNING day`,
      [day.toString(), at],
    );
    return rows.length > 0;
  }

  async finish(tx: Tx, day: PlainDate, at: Date): Promise<void> {
    await tx.execute(`UPDATE erasure_runs SET finished_at = $2, failed = '{}' WHERE day = $1`, [
      day.toString(),
      at,
    ]);
  }

  /** @param what tables, `tenant …`, `consents` */
  async fail(tx: Tx, day: PlainDate, what: readonly string[]): Promise<void> {
    await tx.execute('UPDATE erasure_runs SET failed = $2 WHERE day = $1', [day.toString(), what]);
  }

  async latest(tx: Tx): Promise<ErasureRun | undefined> {
    const [run] = await tx.query<ErasureRun>(`${selectRun} ORDER BY day DESC LIMIT 1`);
    return run;
  }

  /** The latest run, marked as told, where it is not whole, began before an instant and was not told of before. */
  async takeStuck(tx: Tx, begunBefore: Date, now: Date): Promise<ErasureRun | undefined> {
    const run = await this.latest(tx);
    if (!run || run.finishedAt || run.startedAt > begunBefore) return undefined;
    const taken = await tx.execute(
      'UPDATE erasure_runs SET told_at = $2 WHERE day = $1 AND told_at IS NULL',
      [run.day, now],
    );
    return taken === 1 ? run : undefined;
  }

  /** The last day whose run finished, before the given one: `2026-08-05`. */
  async lastFinished(tx: Tx, before: PlainDate): Promise<string | undefined> {
    const [row] = await tx.query<{ day: string }>(
      `SELECT day::text FROM erasure_runs WHERE finished_at IS NOT NULL AND day < $1 ORDER BY day DESC LIMIT 1`,
      [before.toString()],
    );
    return row?.day;
  }

  /** In the transaction of the erasure, so that it is counted once or not at all. */
  async count(tx: Tx, erased: Erased): Promise<void> {
    if (erased.count === 0) return;
    await tx.execute(
      `INSERT INTO erasure_counts AS c (day, tenant_id, class, rule, count) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (day, tenant_id, class, rule) WHERE certificate_id IS NULL
       DO UPDATE SET count = c.count + excluded.count`,
      [erased.day.toString(), erased.tenantId, erased.class, erased.rule, erased.count],
    );
  }

  /** Counts without a certificate, together as they are certified: by day, tenant and class. */
  uncertified(tx: Tx): Promise<UncertifiedGroup[]> {
    return tx.query<UncertifiedGroup>(
      `SELECT day::text, tenant_id AS "tenantId", class,
              json_agg(json_build_object('rule', rule, 'count', count) ORDER BY id) AS lines,
              array_agg(id) AS ids
         FROM erasure_counts WHERE certificate_id IS NULL GROUP BY day, tenant_id, class ORDER BY day, min(id)`,
    );
  }

  async certify(tx: Tx, ids: readonly string[], certificateId: string): Promise<void> {
    await tx.execute(
      'UPDATE erasure_counts SET certificate_id = $2 WHERE id = ANY ($1::bigint[])',
      [ids, certificateId],
    );
  }
}

export interface UncertifiedGroup {
  readonly day: string;
  readonly tenantId: TenantId | null;
  readonly class: DataClass;
  readonly lines: readonly { readonly rule: string; readonly count: number }[];
  readonly ids: readonly string[];
}
