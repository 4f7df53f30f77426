import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the detectors of abuse ask of all tenants at once: the last hours and weeks, by time. */
export class FiguresOfAllTenants1765000001340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX newsletter_days_day ON newsletter_days (day);
      CREATE INDEX opt_in_requests_asked ON opt_in_requests (asked_at);
      CREATE INDEX mailings_launched ON mailings (launched_at);
      CREATE INDEX campaigns_launched_when ON campaigns (launched_at) WHERE launched_at IS NOT NULL;
      CREATE INDEX bounce_reports_when ON bounce_reports (at);
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
