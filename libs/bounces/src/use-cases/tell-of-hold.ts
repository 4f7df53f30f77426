import { TellOperators, TellOwners, Tenants } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Fare } from '../domain/quality-gate.js';
import { campaignHeldV1 } from '../notices/campaign-held.v1.js';
import { ownCampaignHeldV1 } from '../notices/own-campaign-held.v1.js';

/** Tells whoever may decide that a campaign waits for them, and its owners that it stands still. */
@Injectable()
export class TellOfHold {
  constructor(
    private readonly tenants: Tenants,
    private readonly tellOperators: TellOperators,
    private readonly tellOwners: TellOwners,
    private readonly config: Config,
  ) {}

  /** The transaction must be the system's. */
  async within(tx: Tx, tenantId: TenantId, held: Fare & { campaignId: string }): Promise<void> {
    const { name: tenantName } = await this.tenants.get(tx, tenantId);
    const console = `${this.config.publicUrl}/console`;
    const theirs = { ...held, tenantName, link: `${console}/operator/approvals` };
    await this.tellOperators.within(tx, 'deliverability.write', campaignHeldV1, theirs);
    const own = { ...held, link: `${console}/campaigns/${held.campaignId}` };
    await this.tellOwners.within(tx, tenantId, ownCampaignHeldV1, own);
  }
}
