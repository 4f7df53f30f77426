import { asTenantId } from '#lib/kernel';
import type { FieldValues } from '../domain/form-field.js';
import { sealRowPart } from '../store/migration-list-store.js';
import type { SealSome } from './sealing.js';

interface PlainRow {
  readonly tenant_id: string;
  readonly list_id: string;
  readonly row_no: number;
  /** It was sealed under the platform's secret; null once the person was asked. */
  readonly address: Buffer | null;
  readonly fields: FieldValues;
  readonly consent_source: string;
}

export const sealMigrationRows: SealSome = async (client, { keys, secrets }) => {
  const { rows } = await client.query<PlainRow>(
    `SELECT tenant_id, list_id, row_no, plain_address AS address, plain_fields AS fields,
            plain_consent_source AS consent_source
       FROM migration_rows WHERE plain_consent_source IS NOT NULL LIMIT 2000`,
  );
  const sealed = await Promise.all(
    rows.map(async ({ tenant_id, list_id, row_no, address, fields, consent_source }) => {
      const key = await keys.open(asTenantId(tenant_id));
      const seal = (text: string): Buffer => sealRowPart(key, list_id, row_no, text);
      return {
        address: address && seal(secrets.decrypt('migration-list', tenant_id, address).toString()),
        fields: address && seal(JSON.stringify(fields)),
        consentSource: seal(consent_source),
      };
    }),
  );
  await client.query(
    `UPDATE migration_rows r
        SET address = p.address, fields = p.fields, consent_source = p.consent_source, plain_address = NULL,
            plain_fields = NULL, plain_consent_source = NULL
       FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::bytea[], $5::bytea[], $6::bytea[])
         p (tenant_id, list_id, row_no, address, fields, consent_source)
      WHERE r.tenant_id = p.tenant_id AND r.list_id = p.list_id AND r.row_no = p.row_no`,
    [
      rows.map(({ tenant_id }) => tenant_id),
      rows.map(({ list_id }) => list_id),
      rows.map(({ row_no }) => row_no),
      sealed.map(({ address }) => address),
      sealed.map(({ fields }) => fields),
      sealed.map(({ consentSource }) => consentSource),
    ],
  );
  return rows.length;
};
