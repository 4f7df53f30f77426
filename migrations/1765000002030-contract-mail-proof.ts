import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What DMARC said of a mail to the address for notices: whoever decides on it sees whether the sender is proved. Those
 * who decide are told once that it came.
 */
export class ContractMailProof1765000002030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contract_mails ADD COLUMN dmarc text, ADD COLUMN told_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
