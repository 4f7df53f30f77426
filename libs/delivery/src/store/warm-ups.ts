import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Since when sending domains are being warmed up. */
@Injectable()
export class WarmUps {
  async startedAt(tx: Tx, tenantId: TenantId, domain: string): Promise<Date | undefined> {
    const [row] = await tx.query<{ at: Date }>(
      `SELECT started_at AS at FROM warm_ups WHERE tenant_id = $1 AND domain = $2`,
      [tenantId, domain],
    );
    return row?.at;
  }

  /** One that runs already goes on. */
  async start(tx: Tx, tenantId: TenantId, domain: string, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO warm_ups (tenant_id, domain, started_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [tenantId, domain, at],
    );
  }

  async end(tx: Tx, tenantId: TenantId, domain: string): Promise<void> {
    await tx.execute(`DELETE FROM warm_ups WHERE tenant_id = $1 AND domain = $2`, [
      tenantId,
      domain,
    ]);
  }
}
