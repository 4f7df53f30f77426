import type { PlainDate, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { openOrigin } from './consent-origin.js';

/** A proof of consent whose end is to be worked out. */
export interface ConsentToSettle {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly subscriberId: string | null;
  readonly at: Date;
}

/** The last day on which a proof of consent is kept. */
export interface SettledConsent {
  readonly id: string;
  readonly keepUntil: PlainDate;
}

/** What shows that the owner of an address consented, whether or not the contract still lives. */
export interface ProvenConsent {
  readonly newsletter: string;
  readonly method: string;
  readonly channel: string;
  readonly at: Date;
  readonly requestedAt: Date | null;
  readonly ip: string | null;
  readonly requestIp: string | null;
  readonly formNumber: number | null;
  /** SHA-256 of the text agreed to, in hexadecimal; the text itself beside it. */
  readonly formHash: string | null;
  readonly form: unknown;
  /** `2026-08-31`; null while the person still reads. */
  readonly keepUntil: string | null;
}

/** How long proof of consent is kept, and where it rests when the contract is over. System transactions only. @clause §3.7 E */
@Injectable()
export class ConsentEscrow {
  constructor(private readonly secrets: Secrets) {}

  /** Some proofs without a last day, of people who read no more. */
  departed(tx: Tx, limit: number): Promise<ConsentToSettle[]> {
    return tx.query<ConsentToSettle>(
      `SELECT c.tenant_id AS "tenantId", c.id, s.subscriber_id AS "subscriberId", c.at
         FROM subscriptions s JOIN consent_records c
           ON c.tenant_id = s.tenant_id AND c.subscription_id = s.id AND c.keep_until IS NULL
        WHERE s.status = 'erased' LIMIT $1`,
      [limit],
    );
  }

  /** Some of all that is left of one tenant. */
  left(tx: Tx, tenantId: TenantId, limit: number): Promise<ConsentToSettle[]> {
    return tx.query<ConsentToSettle>(
      `SELECT c.tenant_id AS "tenantId", c.id, s.subscriber_id AS "subscriberId", c.at
         FROM consent_records c LEFT JOIN subscriptions s ON s.tenant_id = c.tenant_id AND s.id = c.subscription_id
        WHERE c.tenant_id = $1 LIMIT $2`,
      [tenantId, limit],
    );
  }

  async settle(tx: Tx, tenantId: TenantId, settled: readonly SettledConsent[]): Promise<void> {
    await tx.execute(
      `UPDATE consent_records c SET keep_until = n.keep_until
         FROM unnest($2::uuid[], $3::date[]) AS n(id, keep_until) WHERE c.tenant_id = $1 AND c.id = n.id`,
      [tenantId, ...columnsOf(settled)],
    );
  }

  /** The last days of a tenant's proofs are worked out anew. */
  async unsettle(tx: Tx, tenantId: TenantId): Promise<void> {
    await tx.execute('UPDATE consent_records SET keep_until = NULL WHERE tenant_id = $1', [
      tenantId,
    ]);
  }

  /** Takes proofs out of the tenant's data into escrow, together with the text agreed to. */
  async escrow(tx: Tx, tenantId: TenantId, settled: readonly SettledConsent[]): Promise<void> {
    const ids = settled.map(({ id }) => id);
    await tx.execute(
      `INSERT INTO escrowed_forms (tenant_id, text_hash, content)
       SELECT DISTINCT ON (f.text_hash) f.tenant_id, f.text_hash, f.content
         FROM form_versions f JOIN consent_records c
           ON c.tenant_id = f.tenant_id AND c.newsletter_id = f.newsletter_id AND c.form_number = f.number
        WHERE c.tenant_id = $1 AND c.id = ANY ($2::uuid[]) AND f.text_hash IS NOT NULL
       ON CONFLICT (tenant_id, text_hash) DO NOTHING`,
      [tenantId, ids],
    );
    await tx.execute(
      `INSERT INTO consent_escrow (tenant_id, id, newsletter, method, channel, at, requested_at, origin,
                                   form_number, form_hash, address_proof, keep_until)
       SELECT c.tenant_id, c.id, coalesce(w.title, ''), c.method, c.channel, c.at, c.requested_at, c.origin,
              c.form_number, c.form_hash, c.address_proof, n.keep_until
         FROM unnest($2::uuid[], $3::date[]) AS n(id, keep_until)
         JOIN consent_records c ON c.tenant_id = $1 AND c.id = n.id
         LEFT JOIN newsletters w ON w.tenant_id = c.tenant_id AND w.id = c.newsletter_id
       ON CONFLICT (tenant_id, id) DO NOTHING`,
      [tenantId, ...columnsOf(settled)],
    );
    await this.drop(tx, tenantId, ids);
  }

  async drop(tx: Tx, tenantId: TenantId, ids: readonly string[]): Promise<void> {
    await tx.execute('DELETE FROM consent_records WHERE tenant_id = $1 AND id = ANY ($2::uuid[])', [
      tenantId,
      ids,
    ]);
  }

  /** Texts that no proof in escrow speaks of any more; gives how many went. */
  dropIdleForms(tx: Tx): Promise<number> {
    return tx.execute(
      `DELETE FROM escrowed_forms f WHERE NOT EXISTS (SELECT FROM consent_escrow c
         WHERE c.tenant_id = f.tenant_id AND c.form_hash = f.text_hash)`,
    );
  }

  /** All proofs for the address that this keyed hash belongs to, the oldest first. */
  async proofs(tx: Tx, tenantId: TenantId, addressProof: Buffer): Promise<ProvenConsent[]> {
    const rows = await tx.query<ProofRow>(
      `SELECT id, newsletter, method, channel, at, requested_at AS "requestedAt", origin, form_number AS "formNumber", encode(form_hash, 'hex') AS "formHash",
              form, keep_until::text AS "keepUntil"
         FROM (SELECT c.id, w.title AS newsletter, c.method, c.channel, c.at, c.requested_at, c.origin,
                      c.form_number, c.form_hash, f.content AS form, c.keep_until
                 FROM consent_records c
                 JOIN newsletters w ON w.tenant_id = c.tenant_id AND w.id = c.newsletter_id
                 LEFT JOIN form_versions f ON f.tenant_id = c.tenant_id AND f.newsletter_id = c.newsletter_id
                   AND f.number = c.form_number
                WHERE c.tenant_id = $1 AND c.address_proof = $2
               UNION ALL
               SELECT e.id, e.newsletter, e.method, e.channel, e.at, e.requested_at, e.origin,
                      e.form_number, e.form_hash, f.content, e.keep_until
                 FROM consent_escrow e
                 LEFT JOIN escrowed_forms f ON f.tenant_id = e.tenant_id AND f.text_hash = e.form_hash
                WHERE e.tenant_id = $1 AND e.address_proof = $2) AS proof
        ORDER BY at`,
      [tenantId, addressProof],
    );
    return rows.map(({ id, origin, ...row }) => {
      const { ip, requestIp } = openOrigin(this.secrets, tenantId, id, origin);
      return { ...row, ip, requestIp };
    });
  }
}

interface ProofRow extends Omit<ProvenConsent, 'ip' | 'requestIp'> {
  readonly id: string;
  readonly origin: Buffer | null;
}

const columnsOf = (settled: readonly SettledConsent[]): [string[], string[]] => [
  settled.map(({ id }) => id),
  settled.map(({ keepUntil }) => keepUntil.toString()),
];
