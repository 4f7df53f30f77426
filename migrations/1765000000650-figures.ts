import type { MigrationInterface, QueryRunner } from 'typeorm';

const reactionsByHour = (rows: string, linkNo: string, machine: string, part: string): string => `
  SELECT tenant_id, campaign_id, date_trunc('hour', first_at, 'UTC'), ${linkNo}, ${part},
    count(*) FILTER (WHERE kind = 'human'), count(*) FILTER (WHERE kind = '${machine}')
  FROM ${rows} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

/**
 * Figures that lists and charts show, kept beside the rows that they are made of: what readers opened and followed, by
 * which ways they came, and how many people read anything at all. Triggers keep them, so that whoever writes the rows
 * cannot forget it; each connection writes to a part of its own, so that two readers do not wait for each other. None of
 * these rows is ever deleted by itself, and what the figures are made of never changes in them.
 */
export class Figures1765000000650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [headcount, sources, reactions]) await runner.query(sql);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}

const dayFigures = `
  count(*) FILTER (WHERE to_status = 'active'),
  count(*) FILTER (WHERE to_status = 'unsubscribed'),
  count(*) FILTER (WHERE to_status LIKE 'removed%'),
  count(*) FILTER (WHERE from_status = 'active' OR to_status = 'active'),
  coalesce(sum((to_status = 'active')::int - (from_status IS NOT DISTINCT FROM 'active')::int), 0),
  coalesce(sum((to_status = 'pending')::int - (from_status IS NOT DISTINCT FROM 'pending')::int), 0),
  sum(delta)`;

const headcount = `
  -- By how many the tenant's distinct active people changed that day by changes of this newsletter.
  ALTER TABLE newsletter_days ADD COLUMN headcount int NOT NULL DEFAULT 0;
  ALTER TABLE subscriber_changes NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE newsletter_days NO FORCE ROW LEVEL SECURITY;
  INSERT INTO newsletter_days AS d
    (tenant_id, newsletter_id, day, part, joined, departed, removed, moves, active, pending, headcount)
  SELECT tenant_id, newsletter_id, (at AT TIME ZONE 'Asia/Tokyo')::date, 0, 0, 0, 0, 0, 0, 0, sum(delta)
  FROM subscriber_changes GROUP BY 1, 2, 3 HAVING sum(delta) <> 0
  ON CONFLICT (tenant_id, newsletter_id, day, part) DO UPDATE SET headcount = excluded.headcount;
  ALTER TABLE newsletter_days FORCE ROW LEVEL SECURITY;
  ALTER TABLE subscriber_changes FORCE ROW LEVEL SECURITY;

  CREATE OR REPLACE FUNCTION tally_subscriber_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO newsletter_days AS d
      (tenant_id, newsletter_id, day, part, joined, departed, removed, moves, active, pending, headcount)
    SELECT tenant_id, newsletter_id, (at AT TIME ZONE 'Asia/Tokyo')::date, pg_backend_pid() % 16, ${dayFigures}
    FROM new_rows GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (tenant_id, newsletter_id, day, part) DO UPDATE SET
      joined = d.joined + excluded.joined, departed = d.departed + excluded.departed,
      removed = d.removed + excluded.removed, moves = d.moves + excluded.moves,
      active = d.active + excluded.active, pending = d.pending + excluded.pending,
      headcount = d.headcount + excluded.headcount;
    RETURN NULL;
  END $$;
`;

const sourcesOf = (rows: string, part: string): string => `
  SELECT tenant_id, newsletter_id, (at AT TIME ZONE 'Asia/Tokyo')::date, channel, ${part}, count(*)
  FROM ${rows} WHERE method = 'double-opt-in' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

const sources = `
  CREATE TABLE source_days (
    tenant_id uuid NOT NULL,
    newsletter_id uuid NOT NULL,
    day date NOT NULL,
    channel text NOT NULL,
    part smallint NOT NULL,
    joined int NOT NULL,
    PRIMARY KEY (tenant_id, newsletter_id, day, channel, part)
  ) WITH (fillfactor = 70);
  ALTER TABLE consent_records NO FORCE ROW LEVEL SECURITY;
  INSERT INTO source_days ${sourcesOf('consent_records', '0')};
  ALTER TABLE consent_records FORCE ROW LEVEL SECURITY;
  SELECT protect_tenant_table('source_days');
  DROP INDEX consent_records_newsletter;

  CREATE FUNCTION tally_consent_records() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO source_days AS d ${sourcesOf('new_rows', 'pg_backend_pid() % 16')}
    ON CONFLICT (tenant_id, newsletter_id, day, channel, part) DO UPDATE SET joined = d.joined + excluded.joined;
    RETURN NULL;
  END $$;
  CREATE TRIGGER consent_records_tally AFTER INSERT ON consent_records REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tally_consent_records();
`;

const addHours = `
  ON CONFLICT (tenant_id, campaign_id, hour, link_no, part) DO UPDATE SET
    human = h.human + excluded.human, machine = h.machine + excluded.machine`;

const reactions = `
  ALTER TABLE mailing_tallies
    ADD COLUMN opened int NOT NULL DEFAULT 0,
    ADD COLUMN opened_by_machines int NOT NULL DEFAULT 0,
    ADD COLUMN clicked int NOT NULL DEFAULT 0,
    ADD COLUMN clicked_by_scanners int NOT NULL DEFAULT 0;

  -- First openings, under the link number -1, and first clicks of each link by each mail.
  CREATE TABLE reaction_hours (
    tenant_id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    hour timestamptz NOT NULL,
    link_no smallint NOT NULL,
    part smallint NOT NULL,
    human int NOT NULL,
    machine int NOT NULL,
    PRIMARY KEY (tenant_id, campaign_id, hour, link_no, part)
  ) WITH (fillfactor = 70);
  ALTER TABLE opens NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE clicks NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE mailing_tallies NO FORCE ROW LEVEL SECURITY;
  INSERT INTO reaction_hours ${reactionsByHour('opens', '-1', 'machine', '0')};
  INSERT INTO reaction_hours ${reactionsByHour('clicks', 'link_no', 'scanner', '0')};
  INSERT INTO mailing_tallies AS t (tenant_id, campaign_id, part, opened, opened_by_machines)
  SELECT tenant_id, campaign_id, 0, count(*) FILTER (WHERE kind = 'human'), count(*) FILTER (WHERE kind = 'machine')
  FROM opens GROUP BY 1, 2
  ON CONFLICT (tenant_id, campaign_id, part) DO UPDATE SET
    opened = excluded.opened, opened_by_machines = excluded.opened_by_machines;
  INSERT INTO mailing_tallies AS t (tenant_id, campaign_id, part, clicked, clicked_by_scanners)
  SELECT tenant_id, campaign_id, 0, count(DISTINCT delivery_no) FILTER (WHERE kind = 'human'),
    count(DISTINCT delivery_no) FILTER (WHERE kind = 'scanner')
  FROM clicks GROUP BY 1, 2
  ON CONFLICT (tenant_id, campaign_id, part) DO UPDATE SET
    clicked = excluded.clicked, clicked_by_scanners = excluded.clicked_by_scanners;
  ALTER TABLE mailing_tallies FORCE ROW LEVEL SECURITY;
  ALTER TABLE clicks FORCE ROW LEVEL SECURITY;
  ALTER TABLE opens FORCE ROW LEVEL SECURITY;
  SELECT protect_tenant_table('reaction_hours');

  CREATE FUNCTION tally_opens() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO reaction_hours AS h ${reactionsByHour('new_rows', '-1', 'machine', 'pg_backend_pid() % 16')} ${addHours};
    INSERT INTO mailing_tallies AS t (tenant_id, campaign_id, part, opened, opened_by_machines)
    SELECT tenant_id, campaign_id, pg_backend_pid() % 64, count(*) FILTER (WHERE kind = 'human'),
      count(*) FILTER (WHERE kind = 'machine')
    FROM new_rows GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (tenant_id, campaign_id, part) DO UPDATE SET
      opened = t.opened + excluded.opened, opened_by_machines = t.opened_by_machines + excluded.opened_by_machines;
    RETURN NULL;
  END $$;
  CREATE TRIGGER opens_tally AFTER INSERT ON opens REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tally_opens();

  -- A mail counts once, however many of its links are followed: when all its clicks are new ones. Whoever follows
  -- another link of it at the same time waits, and sees this click.
  CREATE FUNCTION tally_clicks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_advisory_xact_lock('clicks'::regclass::oid::int, key)
    FROM (SELECT DISTINCT (delivery_no % 256)::int AS key FROM new_rows ORDER BY 1) keys;
    INSERT INTO reaction_hours AS h ${reactionsByHour('new_rows', 'link_no', 'scanner', 'pg_backend_pid() % 16')} ${addHours};
    INSERT INTO mailing_tallies AS t (tenant_id, campaign_id, part, clicked, clicked_by_scanners)
    SELECT tenant_id, campaign_id, pg_backend_pid() % 64, count(*) FILTER (WHERE kind = 'human'),
      count(*) FILTER (WHERE kind = 'scanner')
    FROM (SELECT tenant_id, campaign_id, delivery_no, kind, count(*) AS times FROM new_rows GROUP BY 1, 2, 3, 4) mails
    WHERE times = (SELECT count(*) FROM clicks c WHERE c.tenant_id = mails.tenant_id AND c.campaign_id = mails.campaign_id
      AND c.delivery_no = mails.delivery_no AND c.kind = mails.kind)
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (tenant_id, campaign_id, part) DO UPDATE SET
      clicked = t.clicked + excluded.clicked, clicked_by_scanners = t.clicked_by_scanners + excluded.clicked_by_scanners;
    RETURN NULL;
  END $$;
  CREATE TRIGGER clicks_tally AFTER INSERT ON clicks REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION tally_clicks();
`;
