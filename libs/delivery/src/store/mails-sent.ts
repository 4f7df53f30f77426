import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** How many mails were handed over or refused, for rates of what came back. */
@Injectable()
export class MailsSent {
  /** By campaign. */
  async of(
    tx: Tx,
    tenantId: TenantId,
    campaignIds: readonly string[],
  ): Promise<Map<string, number>> {
    const rows = await tx.query<{ id: string; sent: number }>(
      `SELECT campaign_id AS id, coalesce(sum(accepted + refused), 0)::int AS sent FROM mailing_tallies
       WHERE tenant_id = $1 AND campaign_id = ANY ($2::uuid[]) GROUP BY campaign_id`,
      [tenantId, campaignIds],
    );
    return new Map(rows.map(({ id, sent }) => [id, sent]));
  }

  /** Of campaigns whose first mail left in that period; `to` is not part of it. */
  async between(tx: Tx, tenantId: TenantId, from: Date, to: Date): Promise<number> {
    const [row] = await tx.query<{ sent: number }>(
      `SELECT coalesce(sum(sent), 0)::int AS sent FROM (
         SELECT sum(accepted + refused) AS sent FROM mailing_tallies WHERE tenant_id = $1
         GROUP BY campaign_id HAVING min(first_mail_at) >= $2 AND min(first_mail_at) < $3) mailings`,
      [tenantId, from, to],
    );
    return row?.sent ?? 0;
  }

  /** The same of every tenant, in a transaction of the system. */
  async byTenant(tx: Tx, from: Date, to: Date): Promise<Map<string, number>> {
    const rows = await tx.query<{ id: string; sent: number }>(
      `SELECT tenant_id AS id, sum(sent)::int AS sent FROM (
         SELECT tenant_id, sum(accepted + refused) AS sent FROM mailing_tallies
         GROUP BY tenant_id, campaign_id HAVING min(first_mail_at) >= $1 AND min(first_mail_at) < $2) mailings
       GROUP BY tenant_id`,
      [from, to],
    );
    return new Map(rows.map(({ id, sent }) => [id, sent]));
  }
}
