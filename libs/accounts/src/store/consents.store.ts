import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface AssistanceConsent {
  readonly id: string;
  readonly givenBy: string;
  readonly givenAt: Date;
  readonly until: Date;
  /** In the tenant's words, for what it may be used. */
  readonly purpose: string;
}

/** Consents to be acted for; none is ever deleted, so that it stays known who could act when. */
@Injectable()
export class ConsentsStore {
  async insert(tx: Tx, tenantId: TenantId, consent: AssistanceConsent): Promise<void> {
    await tx.execute(
      `INSERT INTO assistance_consents (tenant_id, id, given_by, given_at, until, purpose) VALUES ($1, $2, $3, $4, $5, $6)`,
      [tenantId, consent.id, consent.givenBy, consent.givenAt, consent.until, consent.purpose],
    );
  }

  /** The one that lasts longest. */
  async inForce(tx: Tx, tenantId: TenantId, now: Date): Promise<AssistanceConsent | undefined> {
    const [consent] = await tx.query<AssistanceConsent>(
      `SELECT id, given_by AS "givenBy", given_at AS "givenAt", until, purpose FROM assistance_consents
       WHERE tenant_id = $1 AND withdrawn_at IS NULL AND until > $2 ORDER BY until DESC LIMIT 1`,
      [tenantId, now],
    );
    return consent;
  }

  /** Gives how many were in force. */
  withdraw(tx: Tx, tenantId: TenantId, now: Date): Promise<number> {
    return tx.execute(
      `UPDATE assistance_consents SET withdrawn_at = $2
       WHERE tenant_id = $1 AND withdrawn_at IS NULL AND until > $2`,
      [tenantId, now],
    );
  }
}
