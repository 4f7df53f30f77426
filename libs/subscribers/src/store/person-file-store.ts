import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { openOrigin } from './consent-origin.js';
import type { ConsentOrigin } from './consent-origin.js';

export interface FiledSubscription {
  readonly newsletter: string;
  readonly status: string;
  readonly statusAt: Date;
  readonly createdAt: Date;
}

export interface FiledConsent extends ConsentOrigin {
  readonly newsletter: string;
  readonly method: string;
  readonly at: Date;
  readonly requestedAt: Date | null;
  readonly formNumber: number | null;
}

/** What is held on one person besides the address, as the person may see it. */
@Injectable()
export class PersonFileStore {
  constructor(private readonly secrets: Secrets) {}

  subscriptions(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<FiledSubscription[]> {
    return tx.query(
      `SELECT n.title AS newsletter, s.status, s.status_at AS "statusAt", s.created_at AS "createdAt"
       FROM subscriptions s JOIN newsletters n ON n.tenant_id = s.tenant_id AND n.id = s.newsletter_id
       WHERE s.tenant_id = $1 AND s.subscriber_id = $2 ORDER BY s.created_at, s.id`,
      [tenantId, subscriberId],
    );
  }

  async consents(tx: Tx, tenantId: TenantId, proof: Buffer): Promise<FiledConsent[]> {
    const rows = await tx.query<ConsentRow>(
      `SELECT c.id, n.title AS newsletter, c.method, c.at, c.origin, c.requested_at AS "requestedAt",
         c.form_number AS "formNumber"
       FROM consent_records c JOIN newsletters n ON n.tenant_id = c.tenant_id AND n.id = c.newsletter_id
       WHERE c.tenant_id = $1 AND c.address_proof = $2 ORDER BY c.at, c.id`,
      [tenantId, proof],
    );
    return rows.map(({ id, origin, ...row }) => ({
      ...row,
      ...openOrigin(this.secrets, tenantId, id, origin),
    }));
  }
}

interface ConsentRow extends Omit<FiledConsent, keyof ConsentOrigin> {
  readonly id: string;
  readonly origin: Buffer | null;
}
