import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people left by a link of each campaign, by hour: the campaign's report needs no person for it. */
export class CampaignLeaves1765000001700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE campaign_leaves (
        tenant_id uuid NOT NULL,
        campaign_id uuid NOT NULL,
        hour timestamptz NOT NULL,
        people int NOT NULL,
        PRIMARY KEY (tenant_id, campaign_id, hour)
      ) WITH (fillfactor = 70);
      SELECT protect_tenant_table('campaign_leaves');
    `);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}
