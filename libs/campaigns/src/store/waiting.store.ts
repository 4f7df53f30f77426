import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** A campaign whose time has come and that has not left. */
export interface Waiting {
  readonly tenantId: TenantId;
  readonly campaignId: string;
  readonly version: number;
}

const columns = `tenant_id AS "tenantId", id AS "campaignId", version`;

@Injectable()
export class WaitingStore {
  /** Of all tenants, the longest overdue first; needs a transaction of the system. */
  overdue(tx: Tx, now: Date, limit: number): Promise<Waiting[]> {
    return tx.query<Waiting>(
      `SELECT ${columns} FROM campaigns WHERE status IN ('scheduled', 'held') AND scheduled_at <= $1
       ORDER BY scheduled_at LIMIT $2`,
      [now, limit],
    );
  }

  held(tx: Tx, tenantId: TenantId): Promise<Waiting[]> {
    return tx.query<Waiting>(
      `SELECT ${columns} FROM campaigns WHERE tenant_id = $1 AND status = 'held' ORDER BY scheduled_at, id`,
      [tenantId],
    );
  }

  /** Ids of the campaigns that are planned or under way. */
  async open(tx: Tx, tenantId: TenantId): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM campaigns
       WHERE tenant_id = $1 AND status IN ('scheduled', 'held', 'sending', 'paused') ORDER BY id`,
      [tenantId],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of the campaigns that mails of are leaving. */
  async sending(tx: Tx, tenantId: TenantId): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM campaigns WHERE tenant_id = $1 AND status = 'sending' ORDER BY id`,
      [tenantId],
    );
    return rows.map(({ id }) => id);
  }
}
