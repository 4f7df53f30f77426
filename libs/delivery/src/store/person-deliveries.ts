import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '../domain/equation.js';

/** One mail to a reader, as the reader may learn of it. */
export interface FiledDelivery {
  /** As the campaign has it: before anything of the reader's own was put in. */
  readonly subject: string;
  readonly sentAt: Date | null;
  readonly state: DeliveryState;
  /** What the reader's mail system answered, without addresses. */
  readonly reply: string | null;
  readonly openedAt: Date | null;
  readonly clickedAt: Date | null;
}

/** What one reader was sent and did with it, for that reader alone: nothing of it may reach the tenant. @clause P2 開示, W17.4 */
@Injectable()
export class PersonDeliveries {
  /** The oldest first. */
  of(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<FiledDelivery[]> {
    return tx.query<FiledDelivery>(
      `SELECT m.content->>'subject' AS subject, d.sent_at AS "sentAt", d.state, d.reply,
         (SELECT min(o.first_at) FROM opens o
          WHERE o.tenant_id = $1 AND o.campaign_id = d.campaign_id AND o.delivery_no = d.delivery_no AND o.kind = 'human') AS "openedAt",
         (SELECT min(c.first_at) FROM clicks c
          WHERE c.tenant_id = $1 AND c.campaign_id = d.campaign_id AND c.delivery_no = d.delivery_no AND c.kind = 'human') AS "clickedAt"
       FROM deliveries d JOIN mailings m ON m.tenant_id = $1 AND m.campaign_id = d.campaign_id
       WHERE d.tenant_id = $1 AND d.subscriber_id = $2 ORDER BY m.launched_at, d.delivery_no`,
      [tenantId, subscriberId],
    );
  }
}
