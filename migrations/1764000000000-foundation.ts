import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The two walls' foundation: the plain roles that processes run as, the clock of the database, the function that
 * puts a table behind row-level security, and the outbox.
 */
export class Foundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hikyaku_app') THEN CREATE ROLE hikyaku_app NOLOGIN; END IF;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hikyaku_system') THEN CREATE ROLE hikyaku_system NOLOGIN; END IF;
        EXECUTE format('GRANT hikyaku_app, hikyaku_system TO %I', current_user);
      END $$;
      GRANT USAGE ON SCHEMA public TO hikyaku_app, hikyaku_system;

      CREATE FUNCTION app_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('app.tenant_id', true), '')::uuid;

      -- The database's clock, or in scenarios the instant at which a movable clock stands.
      CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL RESTRICTED
        RETURN coalesce(nullif(current_setting('app.clock', true), '')::timestamptz, clock_timestamp());

      -- A table of tenants' rows: the app role sees its tenant only, the system role sees all.
      CREATE FUNCTION protect_tenant_table(name regclass, tenant_column text DEFAULT 'tenant_id') RETURNS void LANGUAGE plpgsql AS $$ BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_tenant ON %s TO hikyaku_app USING (%2$I = (SELECT app_tenant())) WITH CHECK (%2$I = (SELECT app_tenant()))', name, tenant_column);
        EXECUTE format('CREATE POLICY all_tenants ON %s TO hikyaku_system USING (true) WITH CHECK (true)', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hikyaku_app, hikyaku_system', name);
      END $$;

      -- A table that belongs to no tenant: only the system role reaches it.
      CREATE FUNCTION grant_system_table(name regclass) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hikyaku_system', name);
      END $$;

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('job', 'fact', 'removal')),
        name text NOT NULL,
        key text NOT NULL,
        data jsonb NOT NULL,
        due_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT app_now()
      );
      CREATE INDEX outbox_due ON outbox (due_at, id);
      SELECT grant_system_table('outbox');
      GRANT INSERT ON outbox TO hikyaku_app;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
