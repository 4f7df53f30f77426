import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 振込専用口座: the account within the provider's bank that only one tenant pays to. Its ten digits are one of the
 * tenant's payer codes too, which no two tenants share.
 */
export class TransferAccounts1765000002050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE transfer_accounts (
        tenant_id uuid PRIMARY KEY REFERENCES tenants,
        bank_profile_id uuid NOT NULL REFERENCES bank_profiles,
        branch_number text NOT NULL CHECK (branch_number ~ '^[0-9]{3}$'),
        branch_name text NOT NULL,
        account_type text NOT NULL CHECK (account_type IN ('1', '2', '3', '9')),
        account_number text NOT NULL CHECK (account_number ~ '^[0-9]{7}$'),
        UNIQUE (branch_number, account_number)
      );
      SELECT protect_tenant_table('transfer_accounts');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
