import { Operators, Tenants } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Fare } from '../domain/quality-gate.js';
import { campaignHeldV1 } from '../notices/campaign-held.v1.js';

/** Writes to everybody who may decide that a campaign is held. */
@Injectable()
export class TellOperators {
  constructor(
    private readonly operators: Operators,
    private readonly tenants: Tenants,
    private readonly notices: PostNotice,
    private readonly config: Config,
  ) {}

  /** The transaction must be the system's. */
  async within(tx: Tx, tenantId: TenantId, held: Fare & { campaignId: string }): Promise<void> {
    const { name: tenantName } = await this.tenants.get(tx, tenantId);
    const link = `${this.config.publicUrl}/console/operator/reputation`;
    const notice = write(campaignHeldV1, 'ja', { ...held, tenantName, link });
    for (const to of await this.operators.mailboxes(tx, 'deliverability.write'))
      await this.notices.within(tx, { tenantId: null, to, locale: 'ja', ...notice });
  }
}
