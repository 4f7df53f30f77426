import { Members, Tenants } from '#lib/accounts';
import type { TenantId, Texts } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignHeld } from '../campaign-held.notice.js';

/** Tells a tenant, in its inbox and its owners by mail, that a campaign is held and why. */
@Injectable()
export class TellTenantOfHold {
  constructor(
    private readonly tenants: Tenants,
    private readonly members: Members,
    private readonly notices: PostNotice,
  ) {}

  async within(
    tx: Tx,
    tenantId: TenantId,
    held: { readonly campaignId: string; readonly text: Texts },
  ): Promise<void> {
    const { locale } = await this.tenants.get(tx, tenantId);
    const notice = write(campaignHeld, locale, held);
    await this.notices.within(tx, { tenantId, locale, channel: 'portal', ...notice });
    for (const to of await this.members.owners(tx, tenantId))
      await this.notices.within(tx, { tenantId, locale, to, secret: true, ...notice });
  }
}
