import { asTenantId, emailAddress } from '#lib/kernel';
import { hasValue, heldValues, traitsOf } from '../domain/field-traits.js';
import type { FieldValues } from '../domain/form-field.js';
import { sealValue } from '../store/field-values.js';
import { addressIndex, sealAddress, sealFields, tokenOf } from '../store/sealed-person.js';
import type { SealSome } from './sealing.js';

const batch = 2_000;

interface PlainSubscriber {
  readonly tenant_id: string;
  readonly id: string;
  readonly plain_address: string;
  readonly plain_fields: FieldValues | null;
}

interface PlainValue {
  readonly tenantId: string;
  readonly field: string;
  readonly token: string;
  readonly value: Buffer;
}

export const sealSubscribers: SealSome = async (client, { keys }) => {
  const { rows } = await client.query<PlainSubscriber>(
    `SELECT tenant_id, id, plain_address, plain_fields FROM subscribers WHERE plain_address IS NOT NULL ORDER BY id LIMIT $1`,
    [batch],
  );
  if (rows.length === 0) return 0;
  const values = new Map<string, PlainValue>();
  const sealed = [];
  for (const { tenant_id: tenantId, id, plain_address, plain_fields } of rows) {
    const key = await keys.open(asTenantId(tenantId));
    const address = emailAddress(plain_address);
    const fields = plain_fields ?? {};
    for (const [field, value] of heldValues(fields)) {
      const token = tokenOf(key, hasValue(field, value));
      const name = `${tenantId}/${token}`;
      if (!values.has(name))
        values.set(name, { tenantId, field, token, value: sealValue(key, field, value) });
    }
    sealed.push({
      tenantId,
      id,
      address: sealAddress(key, id, address),
      hash: addressIndex(key, address),
      fields: sealFields(key, id, fields),
      tokens: `{${traitsOf(fields)
        .map((trait) => tokenOf(key, trait))
        .join()}}`,
    });
  }
  await client.query('BEGIN');
  await client.query(
    `UPDATE subscribers s SET address = p.address, address_hash = p.hash, fields = p.fields,
            field_tokens = p.tokens::bigint[], plain_address = NULL, plain_fields = NULL
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::text[])
         p (tenant_id, id, address, hash, fields, tokens)
      WHERE s.tenant_id = p.tenant_id AND s.id = p.id`,
    [
      sealed.map(({ tenantId }) => tenantId),
      sealed.map(({ id }) => id),
      sealed.map(({ address }) => address),
      sealed.map(({ hash }) => hash),
      sealed.map(({ fields }) => fields),
      sealed.map(({ tokens }) => tokens),
    ],
  );
  const known = [...values.values()];
  await client.query(
    `INSERT INTO field_values (tenant_id, field, token, value)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bytea[]) ON CONFLICT DO NOTHING`,
    [
      known.map(({ tenantId }) => tenantId),
      known.map(({ field }) => field),
      known.map(({ token }) => token),
      known.map(({ value }) => value),
    ],
  );
  await client.query('COMMIT');
  return rows.length;
};
