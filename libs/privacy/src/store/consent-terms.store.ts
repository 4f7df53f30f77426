import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { ConsentTerm } from '../domain/consent-term.js';

/** How long the proof of consent of a tenant's readers is kept. System transactions only. */
@Injectable()
export class ConsentTermsStore {
  async of(tx: Tx, tenantId: TenantId): Promise<ConsentTerm> {
    const [row] = await tx.query<{ term: ConsentTerm }>(
      'SELECT term FROM consent_terms WHERE tenant_id = $1',
      [tenantId],
    );
    return row?.term ?? 'month';
  }

  async set(
    tx: Tx,
    tenantId: TenantId,
    { term, reason, by, at }: { term: ConsentTerm; reason: string; by: string | null; at: Date },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO consent_terms (tenant_id, term, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id) DO UPDATE SET term = excluded.term, reason = excluded.reason,
         set_by = excluded.set_by, set_at = excluded.set_at`,
      [tenantId, term, reason, by, at],
    );
  }
}
