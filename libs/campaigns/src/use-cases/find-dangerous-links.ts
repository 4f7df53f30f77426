import { domainToUnicode } from 'node:url';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { dangerousLinks } from '../domain/link-dangers.js';
import type { DangerousLink } from '../domain/link-dangers.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { LinkHostsStore } from '../store/link-hosts.store.js';

/** Looks where the links of a mail lead, by the operators' list and by what the links pretend to be. @clause W12A-16 */
@Injectable()
export class FindDangerousLinks {
  constructor(
    private readonly campaigns: CampaignsStore,
    private readonly hosts: LinkHostsStore,
  ) {}

  async within(
    tx: Tx,
    mail: { readonly html: string | null; readonly text: string },
    isOwn?: (url: string) => boolean,
  ): Promise<DangerousLink[]> {
    return dangerousLinks(mail, await this.hosts.sets(tx), domainToUnicode, isOwn);
  }

  /** As its author wrote it. */
  async ofCampaign(tx: Tx, tenantId: TenantId, campaignId: string): Promise<DangerousLink[]> {
    const { draft } = await this.campaigns.get(tx, tenantId, campaignId);
    return this.within(tx, draft);
  }
}
