import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import { LinkTokens } from './link-tokens.js';

export interface LinkedPerson {
  readonly tenantId: TenantId;
  readonly subscriberId: string;
  /** Null in mails that belong to no campaign. */
  readonly campaignId: string | null;
  /** The newsletter that the mail is an issue of; without it the links end all of the tenant's. */
  readonly newsletterId?: string | null;
}

export interface PersonalLinks {
  /** Shows a page and asks once more. */
  readonly unsubscribePage: string;
  /** @rfc 8058 */
  readonly oneClick: string;
  readonly preferences: string;
  /** A `mailto:` URI; whoever mails there is unsubscribed. @rfc 2369 §3.2 */
  readonly mailto: string;
}

/** The links of one person's copy of a mail: computed, signed, always of the same length, without a query. */
@Injectable()
export class SubscriberLinks {
  constructor(
    private readonly config: Config,
    private readonly tokens: LinkTokens,
  ) {}

  of({ subscriberId, campaignId, newsletterId = null }: LinkedPerson): PersonalLinks {
    const subject = { subscriberId, campaignId, newsletterId };
    const site = this.config.publicUrl;
    const unsubscribe = this.tokens.link('unsubscribe', subject);
    return {
      unsubscribePage: `${site}/u/${unsubscribe}`,
      oneClick: `${site}/one-click/${unsubscribe}`,
      preferences: `${site}/preferences/${this.tokens.link('preferences', subject)}`,
      mailto: `mailto:unsubscribe-${this.tokens.mailLink(subject)}@${this.config.get('MAIL_DOMAIN')}?subject=unsubscribe`,
    };
  }
}
