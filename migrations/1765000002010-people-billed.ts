import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an invoice goes to a person or a firm, as the application had it: 様 or 御中. */
export class PeopleBilled1765000002010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contracts NO FORCE ROW LEVEL SECURITY;
      UPDATE contracts c SET bill_to = c.bill_to || jsonb_build_object('kind', a.applicant -> 'kind')
        FROM applications a WHERE a.id = c.application_id AND a.applicant ? 'kind';
      ALTER TABLE contracts FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
