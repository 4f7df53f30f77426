import { Members, Operators, Tenants } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Mailbox } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { campaignBlockedV1 } from '../notices/campaign-blocked.v1.js';

/** Writes to those who can mend it, and to operators, that receivers refuse everything of a campaign. */
@Injectable()
export class TellOfBlock {
  constructor(
    private readonly database: Database,
    private readonly operators: Operators,
    private readonly members: Members,
    private readonly tenants: Tenants,
    private readonly notices: PostNotice,
    private readonly config: Config,
  ) {}

  async execute(data: { tenantId: string; campaignId: string; reason: string }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const console = `${this.config.publicUrl}/console`;
    await this.database.asSystem(async (tx) => {
      const { name: tenantName } = await this.tenants.get(tx, tenantId);
      const post = async (to: Mailbox, whose: TenantId | null, link: string): Promise<void> => {
        const text = write(campaignBlockedV1, 'ja', { tenantName, reason: data.reason, link });
        await this.notices.within(tx, { tenantId: whose, to, locale: 'ja', ...text });
      };
      for (const owner of await this.members.owners(tx, tenantId))
        await post(owner, tenantId, `${console}/campaigns/${data.campaignId}`);
      for (const operator of await this.operators.mailboxes(tx, 'deliverability.write'))
        await post(operator, null, `${console}/operator/reputation`);
    });
  }
}
