import { TellOperators, TellOwners, Tenants } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignBlockedV1 } from '../notices/campaign-blocked.v1.js';

/** Writes to those who can mend it, and to operators, that receivers refuse everything of a campaign. */
@Injectable()
export class TellOfBlock {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly tellOwners: TellOwners,
    private readonly tellOperators: TellOperators,
    private readonly config: Config,
  ) {}

  async execute(data: { tenantId: string; campaignId: string; reason: string }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const console = `${this.config.publicUrl}/console`;
    await this.database.asSystem(async (tx) => {
      const { name: tenantName } = await this.tenants.get(tx, tenantId);
      const words = { tenantName, reason: data.reason };
      await this.tellOwners.within(tx, tenantId, campaignBlockedV1, {
        ...words,
        link: `${console}/campaigns/${data.campaignId}`,
      });
      await this.tellOperators.within(tx, 'deliverability.write', campaignBlockedV1, {
        ...words,
        link: `${console}/operator/reputation`,
      });
    });
  }
}
