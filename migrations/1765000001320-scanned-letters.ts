import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the scanner of viruses said about letters; hosts that links of campaigns may not, or should not, lead to. */
export class ScannedLetters1765000001320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inquiries
        ADD COLUMN scan text CHECK (scan IN ('clean', 'infected', 'too-large')),
        ADD COLUMN virus text,
        ADD CHECK ((scan = 'infected') = (virus IS NOT NULL));
      CREATE INDEX inquiries_unscanned ON inquiries (arrived_at) WHERE raw IS NOT NULL AND scan IS NULL;

      CREATE TABLE link_hosts (
        host text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('blocked', 'shortener')),
        note text NOT NULL,
        added_at timestamptz NOT NULL
      );
      SELECT grant_system_table('link_hosts');
      GRANT SELECT ON link_hosts TO hikyaku_app;
      INSERT INTO link_hosts (host, kind, note, added_at)
      SELECT host, 'shortener', '', now() FROM unnest(ARRAY['bit.ly', 't.co', 'tinyurl.com', 'goo.gl', 'ow.ly', 'is.gd',
        'x.gd', 'ux.nu', 'buff.ly', 'rb.gy', 'cutt.ly', 'onl.bz', 'onl.tw', 'onl.la', 'urx.space']) AS known (host);
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
