import type { MigrationInterface, QueryRunner } from 'typeorm';

const figures = `
  count(*) FILTER (WHERE to_status = 'active'),
  count(*) FILTER (WHERE to_status = 'unsubscribed'),
  count(*) FILTER (WHERE to_status LIKE 'removed%'),
  count(*) FILTER (WHERE from_status = 'active' OR to_status = 'active'),
  coalesce(sum((to_status = 'active')::int - (from_status IS NOT DISTINCT FROM 'active')::int), 0),
  coalesce(sum((to_status = 'pending')::int - (from_status IS NOT DISTINCT FROM 'pending')::int), 0)`;

/**
 * Who came to a newsletter and left it by day, kept beside the ledger of changes so that a chart need not read a million
 * rows. A trigger keeps it, so that whoever writes the ledger cannot forget it; each connection writes to a part of its
 * own, so that two sign-ups do not wait for each other.
 */
export class NewsletterDays1765000000630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE newsletter_days (
        tenant_id uuid NOT NULL,
        newsletter_id uuid NOT NULL,
        day date NOT NULL,
        part smallint NOT NULL,
        joined int NOT NULL,
        departed int NOT NULL,
        removed int NOT NULL,
        moves int NOT NULL,
        active int NOT NULL,
        pending int NOT NULL,
        PRIMARY KEY (tenant_id, newsletter_id, day, part)
      ) WITH (fillfactor = 70);
      ALTER TABLE subscriber_changes NO FORCE ROW LEVEL SECURITY;
      INSERT INTO newsletter_days
      SELECT tenant_id, newsletter_id, (at AT TIME ZONE 'Asia/Tokyo')::date, 0, ${figures}
      FROM subscriber_changes GROUP BY 1, 2, 3;
      ALTER TABLE subscriber_changes FORCE ROW LEVEL SECURITY;
      SELECT protect_tenant_table('newsletter_days');

      CREATE FUNCTION tally_subscriber_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO newsletter_days AS d
        SELECT tenant_id, newsletter_id, (at AT TIME ZONE 'Asia/Tokyo')::date, pg_backend_pid() % 16, ${figures}
        FROM new_rows GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (tenant_id, newsletter_id, day, part) DO UPDATE SET
          joined = d.joined + excluded.joined, departed = d.departed + excluded.departed,
          removed = d.removed + excluded.removed, moves = d.moves + excluded.moves,
          active = d.active + excluded.active, pending = d.pending + excluded.pending;
        RETURN NULL;
      END $$;
      CREATE TRIGGER subscriber_changes_tally AFTER INSERT ON subscriber_changes REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION tally_subscriber_changes();
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
