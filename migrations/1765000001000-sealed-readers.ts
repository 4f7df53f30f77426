import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What readers entrust to a tenant rests sealed under the tenant's key, which is not in the database. Their fields are
 * found by keyed tokens.
 *
 * SQL cannot seal. Where rows are, their plain columns stay under other names until `migrate` has sealed them and calls
 * `drop_plain_readers()`; the other processes do not start before.
 */
export class SealedReaders1765000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(fieldValues);
    await runner.query(finish);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}

const columns = `
  ALTER TABLE subscribers DROP CONSTRAINT subscribers_check, DROP CONSTRAINT subscribers_check1;
  ALTER TABLE subscribers RENAME address TO plain_address;
  ALTER TABLE subscribers RENAME fields TO plain_fields;
  ALTER TABLE subscribers ALTER plain_fields DROP NOT NULL, ALTER plain_fields DROP DEFAULT,
    ADD COLUMN address bytea, ADD COLUMN fields bytea, ADD COLUMN field_tokens bigint[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT subscribers_erased CHECK ((address IS NULL) = (erased_at IS NOT NULL)
      AND (address_hash IS NULL) = (address IS NULL) AND (domain IS NULL) = (address IS NULL)
      AND (erased_at IS NULL OR fields IS NULL AND field_tokens = '{}')) NOT VALID;
  CREATE INDEX subscribers_field_tokens ON subscribers USING gin (field_tokens);

  ALTER TABLE opt_in_requests RENAME fields TO plain_fields;
  ALTER TABLE opt_in_requests RENAME ip TO plain_ip;
  ALTER TABLE opt_in_requests RENAME user_agent TO plain_user_agent;
  ALTER TABLE opt_in_requests ALTER plain_fields DROP NOT NULL, ADD COLUMN answers bytea, ADD COLUMN origin bytea;

  ALTER TABLE migration_rows RENAME address TO plain_address;
  ALTER TABLE migration_rows RENAME fields TO plain_fields;
  ALTER TABLE migration_rows RENAME consent_source TO plain_consent_source;
  ALTER TABLE migration_rows ALTER plain_fields DROP NOT NULL, ALTER plain_consent_source DROP NOT NULL,
    ADD COLUMN address bytea, ADD COLUMN fields bytea, ADD COLUMN consent_source bytea;
  CREATE INDEX migration_rows_to_ask ON migration_rows (tenant_id, list_id, row_no) WHERE address IS NOT NULL;

  ALTER TABLE consent_records RENAME ip TO plain_ip;
  ALTER TABLE consent_records RENAME user_agent TO plain_user_agent;
  ALTER TABLE consent_records RENAME request_ip TO plain_request_ip;
  ALTER TABLE consent_records ADD COLUMN origin bytea;
`;

const fieldValues = `
  -- Each value that readers gave, once a tenant and field: what is compared by size or by part is looked up here.
  CREATE TABLE field_values (
    tenant_id uuid NOT NULL,
    field text NOT NULL,
    token bigint NOT NULL,
    value bytea NOT NULL,
    PRIMARY KEY (tenant_id, field, token)
  );
  CREATE INDEX field_values_token ON field_values (tenant_id, token);
  SELECT protect_tenant_table('field_values');
`;

const tables = ['subscribers', 'opt_in_requests', 'migration_rows', 'consent_records'];
const wall = (state: 'FORCE' | 'NO FORCE'): string =>
  tables.map((table) => `ALTER TABLE ${table} ${state} ROW LEVEL SECURITY;`).join('\n');

const finish = `
  CREATE FUNCTION drop_plain_readers() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    -- The owner, too, sees rows of tenants only while the wall is down.
    ${wall('NO FORCE')}
    IF EXISTS (SELECT FROM subscribers WHERE plain_address IS NOT NULL)
      OR EXISTS (SELECT FROM opt_in_requests WHERE plain_fields IS NOT NULL)
      OR EXISTS (SELECT FROM migration_rows WHERE plain_consent_source IS NOT NULL)
      OR EXISTS (SELECT FROM consent_records
                 WHERE num_nonnulls(plain_ip, plain_user_agent, plain_request_ip) > 0) THEN
      RAISE EXCEPTION 'there are rows in plain text';
    END IF;
    ALTER TABLE subscribers DROP COLUMN plain_address, DROP COLUMN plain_fields,
      VALIDATE CONSTRAINT subscribers_erased;
    ALTER TABLE opt_in_requests DROP COLUMN plain_fields, DROP COLUMN plain_ip, DROP COLUMN plain_user_agent,
      ALTER answers SET NOT NULL;
    ALTER TABLE migration_rows DROP COLUMN plain_address, DROP COLUMN plain_fields, DROP COLUMN plain_consent_source,
      ALTER consent_source SET NOT NULL;
    ALTER TABLE consent_records DROP COLUMN plain_ip, DROP COLUMN plain_user_agent, DROP COLUMN plain_request_ip;
    ${wall('FORCE')}
  END $$;

  DO $$ BEGIN
    ${wall('NO FORCE')}
    IF NOT EXISTS (SELECT FROM subscribers) AND NOT EXISTS (SELECT FROM opt_in_requests)
      AND NOT EXISTS (SELECT FROM migration_rows) AND NOT EXISTS (SELECT FROM consent_records) THEN
      PERFORM drop_plain_readers();
      DROP FUNCTION drop_plain_readers();
    ELSE
      ${wall('FORCE')}
    END IF;
  END $$;
`;
