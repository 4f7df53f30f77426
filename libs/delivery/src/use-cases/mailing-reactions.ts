import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DomainFigures } from '../store/domain-figures.js';
import type { DomainFigure } from '../store/domain-figures.js';
import { Mailings } from '../store/mailings.js';
import { ReactionFigures } from '../store/reaction-figures.js';
import type { LinkFigure, ReactionsOfHour } from '../store/reaction-figures.js';

/** What readers and receivers did with a mailing's mails. */
export interface Reactions {
  /** Hours in which something happened. */
  readonly hours: readonly ReactionsOfHour[];
  readonly links: readonly LinkFigure[];
  /** Of a large mailing as they were counted last, {@link CountDomains}. */
  readonly domains: readonly DomainFigure[];
}

/** Numbers only, and nobody is pointed at. @clause W17.4 */
@Injectable()
export class MailingReactions {
  constructor(
    private readonly mailings: Mailings,
    private readonly figures: ReactionFigures,
    private readonly domains: DomainFigures,
  ) {}

  /** Empty for a mailing that does not exist. */
  async read(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Reactions> {
    const mailing = await this.mailings.find(tx, tenantId, campaignId);
    if (!mailing) return { hours: [], links: [], domains: [] };
    return {
      hours: await this.figures.byHour(tx, tenantId, campaignId),
      links: await this.figures.byLink(tx, tenantId, campaignId),
      domains: await this.domains.read(tx, tenantId, mailing),
    };
  }
}
