import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId, parseEmailAddress } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database, isDuplicate } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { NewDkimKeys } from '../dkim/new-dkim-keys.js';
import { DkimKeys } from '../store/dkim-keys.js';
import { SendingDomainStore } from '../store/sending-domain-store.js';

interface NewDomain {
  readonly tenantId: TenantId;
  readonly domain: string;
  /** Whether an Ed25519 key stands beside the RSA key. */
  readonly ed25519: boolean;
  readonly actor: Actor;
}

const mostDomains = 50;

/** Declares a domain the tenant writes from and makes its first keys. It signs once their records are published. */
@Injectable()
export class AddSendingDomain {
  constructor(
    private readonly database: Database,
    private readonly domains: SendingDomainStore,
    private readonly keys: DkimKeys,
    private readonly newKeys: NewDkimKeys,
    private readonly audit: AuditTrail,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError delivery.bad-domain, delivery.domain-taken, delivery.too-many-domains */
  async execute({ tenantId, domain: typed, ed25519, actor }: NewDomain): Promise<{ id: string }> {
    const domain = this.read(typed);
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    const algorithms = ed25519 ? (['rsa', 'ed25519'] as const) : (['rsa'] as const);
    const keys = await this.newKeys.make(tenantId, id, algorithms, createdAt);
    const row = {
      tenantId,
      id,
      domain,
      createdAt,
      verifiedAt: null,
      checkedAt: null,
      lastCheck: null,
    };
    await this.database
      .inTenant(tenantId, async (tx) => {
        if ((await this.domains.list(tx, tenantId)).length >= mostDomains)
          throw deliveryErrors.tooManyDomains({ params: { most: mostDomains } });
        await this.domains.insert(tx, row);
        await this.keys.insert(tx, keys);
        await this.audit.record(tx, {
          tenantId,
          actor,
          action: 'sending-domain.added',
          subject: { kind: 'sending-domain', id },
          details: { domain },
        });
      })
      .catch((error: unknown) => {
        throw isDuplicate(error) ? deliveryErrors.domainTaken({ field: 'domain' }) : error;
      });
    return { id };
  }

  /** By the rules of addresses: full-width letters, capitals and Japanese names become what the DNS knows. */
  private read(typed: string): string {
    const reading = typed.includes('@') ? undefined : parseEmailAddress(`postmaster@${typed}`);
    if (!reading?.ok) throw deliveryErrors.badDomain({ field: 'domain' });
    const { domain } = reading.address;
    const mailDomain = this.config.get('MAIL_DOMAIN');
    if (domain === mailDomain || domain.endsWith(`.${mailDomain}`))
      throw deliveryErrors.badDomain({ field: 'domain' });
    return domain;
  }
}
