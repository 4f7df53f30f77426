import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { SendingDomainStore } from '../store/sending-domain-store.js';

/**
 * How mails from a domain prove where they come from. verified: by keys of the tenant. platform: the domain is the
 * platform's. unverified: declared, but its record is not published. undeclared: the tenant has declared other domains
 * only. none: it has declared none at all.
 */
export type Authentication = 'verified' | 'platform' | 'unverified' | 'undeclared' | 'none';

/** Front door for whoever checks a mail before it is sent. */
@Injectable()
export class SendingDomains {
  constructor(
    private readonly domains: SendingDomainStore,
    private readonly config: Config,
  ) {}

  async authenticationOf(tx: Tx, tenantId: TenantId, fromDomain: string): Promise<Authentication> {
    if (fromDomain === this.config.get('MAIL_DOMAIN')) return 'platform';
    const declared = await this.domains.list(tx, tenantId);
    if (declared.length === 0) return 'none';
    const own = declared.find(({ domain }) => domain === fromDomain);
    if (!own) return 'undeclared';
    return own.verifiedAt ? 'verified' : 'unverified';
  }
}
