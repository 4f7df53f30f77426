import type { TenantId } from '#lib/kernel';
import type { Secrets } from '#platform/secrets';

/** From where a person consented. */
export interface ConsentOrigin {
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** From where the wish had come that was confirmed. */
  readonly requestIp: string | null;
}

const label = (tenantId: TenantId, recordId: string): string => `${tenantId}/${recordId}`;

/**
 * The proof of consent outlives the tenant's key, so its origin rests under the platform's secret; nothing where
 * nothing is known.
 * @clause §3.7 E
 */
export const sealOrigin = (
  secrets: Secrets,
  tenantId: TenantId,
  recordId: string,
  { ip, userAgent, requestIp }: ConsentOrigin,
): Buffer | null =>
  (ip ?? userAgent ?? requestIp) === null
    ? null
    : secrets.encrypt(
        'consent-origin',
        label(tenantId, recordId),
        Buffer.from(JSON.stringify({ ip, userAgent, requestIp })),
      );

export const openOrigin = (
  secrets: Secrets,
  tenantId: TenantId,
  recordId: string,
  sealed: Buffer | null,
): ConsentOrigin =>
  sealed
    ? (JSON.parse(
        secrets.decrypt('consent-origin', label(tenantId, recordId), sealed).toString(),
      ) as ConsentOrigin)
    : { ip: null, userAgent: null, requestIp: null };
