import { TellOperators, Tenants } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Fare } from '../domain/quality-gate.js';
import { campaignHeldV1 } from '../notices/campaign-held.v1.js';

/** Writes to everybody who may decide that a campaign is held. */
@Injectable()
export class TellOfHold {
  constructor(
    private readonly tenants: Tenants,
    private readonly tell: TellOperators,
    private readonly config: Config,
  ) {}

  /** The transaction must be the system's. */
  async within(tx: Tx, tenantId: TenantId, held: Fare & { campaignId: string }): Promise<void> {
    const { name: tenantName } = await this.tenants.get(tx, tenantId);
    const link = `${this.config.publicUrl}/console/operator/reputation`;
    const words = { ...held, tenantName, link };
    await this.tell.within(tx, 'deliverability.write', campaignHeldV1, words);
  }
}
