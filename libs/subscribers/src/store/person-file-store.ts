import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface FiledSubscription {
  readonly newsletter: string;
  readonly status: string;
  readonly statusAt: Date;
  readonly createdAt: Date;
}

export interface FiledConsent {
  readonly newsletter: string;
  readonly method: string;
  readonly at: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestedAt: Date | null;
  readonly requestIp: string | null;
  readonly formNumber: number | null;
}

/** What is held on one person besides the address, as the person may see it. */
@Injectable()
export class PersonFileStore {
  subscriptions(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<FiledSubscription[]> {
    return tx.query(
      `SELECT n.title AS newsletter, s.status, s.status_at AS "statusAt", s.created_at AS "createdAt"
       FROM subscriptions s JOIN newsletters n ON n.tenant_id = s.tenant_id AND n.id = s.newsletter_id
       WHERE s.tenant_id = $1 AND s.subscriber_id = $2 ORDER BY s.created_at, s.id`,
      [tenantId, subscriberId],
    );
  }

  consents(tx: Tx, tenantId: TenantId, proof: Buffer): Promise<FiledConsent[]> {
    return tx.query(
      `SELECT n.title AS newsletter, c.method, c.at, host(c.ip) AS ip, c.user_agent AS "userAgent",
         c.requested_at AS "requestedAt", host(c.request_ip) AS "requestIp", c.form_number AS "formNumber"
       FROM consent_records c JOIN newsletters n ON n.tenant_id = c.tenant_id AND n.id = c.newsletter_id
       WHERE c.tenant_id = $1 AND c.address_proof = $2 ORDER BY c.at, c.id`,
      [tenantId, proof],
    );
  }
}
