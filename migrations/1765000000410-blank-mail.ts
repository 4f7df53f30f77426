import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses by which people join and leave a newsletter by mail, and by which way a wish to join came. A person who
 * reports a mail as unwanted is removed.
 */
export class BlankMail1765000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dedicated_addresses (
        tenant_id uuid NOT NULL,
        code text NOT NULL,
        newsletter_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('join', 'leave')),
        issued_at timestamptz NOT NULL,
        revoked_at timestamptz,
        PRIMARY KEY (tenant_id, code),
        FOREIGN KEY (tenant_id, newsletter_id) REFERENCES newsletters (tenant_id, id)
      );
      CREATE UNIQUE INDEX dedicated_addresses_code ON dedicated_addresses (code); -- mail names the code alone
      CREATE UNIQUE INDEX dedicated_addresses_current ON dedicated_addresses (tenant_id, newsletter_id, kind)
        WHERE revoked_at IS NULL;
      SELECT protect_tenant_table('dedicated_addresses');

      ALTER TABLE opt_in_requests ADD COLUMN channel text NOT NULL DEFAULT 'form'
        CHECK (channel IN ('form', 'blank-mail'));
      ALTER TABLE consent_records ADD COLUMN channel text NOT NULL DEFAULT 'form'
        CHECK (channel IN ('form', 'blank-mail'));

      ALTER TABLE subscriptions DROP CONSTRAINT subscriptions_status_check,
        ADD CONSTRAINT subscriptions_status_check CHECK (status IN ('pending', 'active', 'unsubscribed',
          'removed_bounce', 'removed_complaint', 'removed_operator', 'removed_contract_end', 'erased'));
      ALTER TABLE suppressions DROP CONSTRAINT suppressions_reason_check,
        ADD CONSTRAINT suppressions_reason_check CHECK (reason IN ('unsubscribed', 'removed_bounce',
          'removed_complaint', 'removed_operator'));
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
