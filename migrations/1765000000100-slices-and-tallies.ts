import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A large audience is frozen slice by slice, so that the first mail need not wait for the last row; and how many rows
 * of a mailing are in which state is kept beside the ledger instead of being counted in it.
 *
 * The tallies are kept by triggers, so that whoever changes the ledger cannot forget them. Each connection writes to a
 * part of its own, so that two lanes do not wait for each other; a part by itself may be negative, the sum is exact.
 */
export class SlicesAndTallies1765000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Both are there until the whole audience is frozen: whom it is to be taken from, and the last who was taken.
      ALTER TABLE mailings ADD COLUMN freeze_target jsonb, ADD COLUMN freeze_after uuid,
        ADD CHECK ((freeze_target IS NULL) = (freeze_after IS NULL));

      CREATE TABLE mailing_tallies (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        part smallint NOT NULL,
        queued int NOT NULL DEFAULT 0,
        attempting int NOT NULL DEFAULT 0,
        accepted int NOT NULL DEFAULT 0,
        refused int NOT NULL DEFAULT 0,
        deferred int NOT NULL DEFAULT 0,
        unknown int NOT NULL DEFAULT 0,
        cancelled int NOT NULL DEFAULT 0,
        excluded int NOT NULL DEFAULT 0,
        first_mail_at timestamptz,
        last_mail_at timestamptz,
        -- The last minute in which a mail was accepted, how many in it, and how many in the minute before it.
        minute timestamptz,
        this_minute int NOT NULL DEFAULT 0,
        last_minute int NOT NULL DEFAULT 0,
        PRIMARY KEY (tenant_id, campaign_id, part)
      ) WITH (fillfactor = 50);

      -- The owner, too, sees rows of tenants only while the wall is down.
      ALTER TABLE deliveries NO FORCE ROW LEVEL SECURITY;
      INSERT INTO mailing_tallies (tenant_id, campaign_id, part, queued, attempting, accepted, refused, deferred,
        unknown, cancelled, excluded, first_mail_at, last_mail_at)
      SELECT tenant_id, campaign_id, 0, count(*) FILTER (WHERE state = 'queued'),
        count(*) FILTER (WHERE state = 'attempting'), count(*) FILTER (WHERE state = 'accepted'),
        count(*) FILTER (WHERE state = 'refused'), count(*) FILTER (WHERE state = 'deferred'),
        count(*) FILTER (WHERE state = 'unknown'), count(*) FILTER (WHERE state = 'cancelled'),
        count(*) FILTER (WHERE state = 'excluded'), min(sent_at) FILTER (WHERE state = 'accepted'),
        max(sent_at) FILTER (WHERE state = 'accepted')
      FROM deliveries GROUP BY tenant_id, campaign_id;
      ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
      SELECT protect_tenant_table('mailing_tallies');

      -- New rows of the ledger always wait.
      CREATE FUNCTION tally_new_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO mailing_tallies AS t (tenant_id, campaign_id, part, queued)
        SELECT tenant_id, campaign_id, pg_backend_pid() % 64, count(*) FROM new_rows GROUP BY 1, 2
        ON CONFLICT (tenant_id, campaign_id, part) DO UPDATE SET queued = t.queued + excluded.queued;
        RETURN NULL;
      END $$;

      CREATE FUNCTION tally_changed_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO mailing_tallies AS t (tenant_id, campaign_id, part, queued, attempting, accepted, refused,
          deferred, unknown, cancelled, excluded, first_mail_at, last_mail_at, minute, this_minute)
        SELECT *, CASE WHEN accepted > 0 THEN date_trunc('minute', last_mail_at) END, greatest(accepted, 0)
        FROM (
          SELECT tenant_id, campaign_id, pg_backend_pid() % 64,
            coalesce(sum(n) FILTER (WHERE state = 'queued'), 0),
            coalesce(sum(n) FILTER (WHERE state = 'attempting'), 0),
            coalesce(sum(n) FILTER (WHERE state = 'accepted'), 0) AS accepted,
            coalesce(sum(n) FILTER (WHERE state = 'refused'), 0),
            coalesce(sum(n) FILTER (WHERE state = 'deferred'), 0),
            coalesce(sum(n) FILTER (WHERE state = 'unknown'), 0),
            coalesce(sum(n) FILTER (WHERE state = 'cancelled'), 0),
            coalesce(sum(n) FILTER (WHERE state = 'excluded'), 0),
            min(sent_at) FILTER (WHERE n > 0 AND state = 'accepted'),
            max(sent_at) FILTER (WHERE n > 0 AND state = 'accepted') AS last_mail_at
          FROM (SELECT tenant_id, campaign_id, state, sent_at, 1 AS n FROM new_rows
                UNION ALL SELECT tenant_id, campaign_id, state, NULL, -1 FROM old_rows) moved
          GROUP BY 1, 2) sums
        ON CONFLICT (tenant_id, campaign_id, part) DO UPDATE SET
          queued = t.queued + excluded.queued, attempting = t.attempting + excluded.attempting,
          accepted = t.accepted + excluded.accepted, refused = t.refused + excluded.refused,
          deferred = t.deferred + excluded.deferred, unknown = t.unknown + excluded.unknown,
          cancelled = t.cancelled + excluded.cancelled, excluded = t.excluded + excluded.excluded,
          first_mail_at = least(t.first_mail_at, excluded.first_mail_at),
          last_mail_at = greatest(t.last_mail_at, excluded.last_mail_at),
          minute = greatest(t.minute, excluded.minute),
          this_minute = CASE WHEN excluded.minute > t.minute THEN excluded.this_minute
            ELSE t.this_minute + excluded.this_minute END,
          last_minute = CASE WHEN excluded.minute IS NULL OR excluded.minute <= t.minute THEN t.last_minute
            WHEN excluded.minute = t.minute + interval '1 minute' THEN t.this_minute ELSE 0 END;
        RETURN NULL;
      END $$;

      CREATE TRIGGER tally_new AFTER INSERT ON deliveries
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_new_deliveries();
      CREATE TRIGGER tally_changed AFTER UPDATE ON deliveries
        REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
        FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_deliveries();
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
