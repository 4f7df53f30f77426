import { asTenantId } from '#lib/kernel';
import { sealOrigin } from '../store/consent-origin.js';
import type { ConsentOrigin } from '../store/consent-origin.js';
import type { SealSome } from './sealing.js';

interface PlainConsent extends ConsentOrigin {
  readonly tenant_id: string;
  readonly id: string;
}

export const sealConsents: SealSome = async (client, { secrets }) => {
  const { rows } = await client.query<PlainConsent>(
    `SELECT tenant_id, id, host(plain_ip) AS ip, plain_user_agent AS "userAgent", host(plain_request_ip) AS "requestIp"
       FROM consent_records WHERE num_nonnulls(plain_ip, plain_user_agent, plain_request_ip) > 0 ORDER BY id LIMIT 2000`,
  );
  await client.query(
    `UPDATE consent_records r SET origin = p.origin, plain_ip = NULL, plain_user_agent = NULL, plain_request_ip = NULL
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) p (tenant_id, id, origin)
      WHERE r.tenant_id = p.tenant_id AND r.id = p.id`,
    [
      rows.map(({ tenant_id }) => tenant_id),
      rows.map(({ id }) => id),
      rows.map(({ tenant_id, id, ...origin }) =>
        sealOrigin(secrets, asTenantId(tenant_id), id, origin),
      ),
    ],
  );
  return rows.length;
};
