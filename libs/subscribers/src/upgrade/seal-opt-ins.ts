import { asTenantId } from '#lib/kernel';
import type { FieldValues } from '../domain/form-field.js';
import { sealAnswers, sealAskedFrom } from '../store/opt-in-store.js';
import type { SealSome } from './sealing.js';

interface PlainRequest {
  readonly tenant_id: string;
  readonly id: string;
  readonly fields: FieldValues;
  readonly ip: string | null;
  readonly user_agent: string | null;
}

export const sealOptIns: SealSome = async (client, { keys }) => {
  const { rows } = await client.query<PlainRequest>(
    `SELECT tenant_id, id, plain_fields AS fields, host(plain_ip) AS ip, plain_user_agent AS user_agent
       FROM opt_in_requests WHERE plain_fields IS NOT NULL LIMIT 2000`,
  );
  const sealed = await Promise.all(
    rows.map(async ({ tenant_id, id, fields, ip, user_agent: userAgent }) => {
      const key = await keys.open(asTenantId(tenant_id));
      return {
        answers: sealAnswers(key, id, fields),
        origin: sealAskedFrom(key, id, { ip, userAgent }),
      };
    }),
  );
  await client.query(
    `UPDATE opt_in_requests r
        SET answers = p.answers, origin = p.origin, plain_fields = NULL, plain_ip = NULL, plain_user_agent = NULL
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[]) p (tenant_id, id, answers, origin)
      WHERE r.tenant_id = p.tenant_id AND r.id = p.id`,
    [
      rows.map(({ tenant_id }) => tenant_id),
      rows.map(({ id }) => id),
      sealed.map(({ answers }) => answers),
      sealed.map(({ origin }) => origin),
    ],
  );
  return rows.length;
};
