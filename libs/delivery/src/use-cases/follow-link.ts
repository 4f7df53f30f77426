import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DeliveryTokens } from '../compose/delivery-tokens.js';
import { kindOfClick } from '../domain/readers.js';
import { DeliveryLookup } from '../store/delivery-lookup.js';
import { Mailings } from '../store/mailings.js';
import { Tracking } from '../store/tracking.js';

interface Following {
  readonly token: string;
  readonly userAgent: string | undefined;
  /** False for a mere look (HEAD), which is never counted. */
  readonly count: boolean;
}

/** Says where a tracked link leads, and notes who followed it. Targets come from the mailing's own table only. */
@Injectable()
export class FollowLink {
  constructor(
    private readonly tokens: DeliveryTokens,
    private readonly database: Database,
    private readonly deliveries: DeliveryLookup,
    private readonly mailings: Mailings,
    private readonly tracking: Tracking,
    private readonly clock: Clock,
  ) {}

  /** Undefined for a token that is not ours or whose mailing is gone. */
  async execute({ token, userAgent, count }: Following): Promise<string | undefined> {
    const link = this.tokens.readLink(token);
    if (!link) return undefined;
    const row = await this.database.asSystem((tx) => this.deliveries.byNumber(tx, link.deliveryNo));
    if (!row) return undefined;
    const { tenantId, campaignId, sentAt } = row;
    const at = this.clock.now();
    return this.database.inTenant(tenantId, async (tx) => {
      const target = await this.mailings.linkTarget(tx, tenantId, campaignId, link.linkNo);
      if (target !== undefined && count) {
        const kind = kindOfClick(userAgent, sentAt, at);
        await this.tracking.clicked(tx, tenantId, { campaignId, ...link }, kind, at);
      }
      return target;
    });
  }
}
