import type { TenantId, YearMonth } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Peak } from '../domain/peak/peak.js';
import { dateOfMonth, monthOfDate } from './dates.js';

type Raw = Omit<Peak, 'month'> & { month: string };

/** Peaks of closed months: written once, never changed. */
@Injectable()
export class PeaksStore {
  async find(tx: Tx, tenantId: TenantId, month: YearMonth): Promise<Peak | undefined> {
    const [row] = await tx.query<Raw>(
      `SELECT month::text, count, at, carry_out AS "carryOut", days FROM peaks WHERE tenant_id = $1 AND month = $2`,
      [tenantId, dateOfMonth(month)],
    );
    return row && { ...row, month: monthOfDate(row.month) };
  }

  /** Does nothing when another transaction has closed the month meanwhile: it found the same. */
  async insert(tx: Tx, tenantId: TenantId, peak: Peak, closedAt: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO peaks (tenant_id, month, count, at, carry_out, days, closed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [
        tenantId,
        dateOfMonth(peak.month),
        peak.count,
        peak.at,
        peak.carryOut,
        JSON.stringify(peak.days),
        closedAt,
      ],
    );
  }
}
