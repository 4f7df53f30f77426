import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import type { DomainLimit } from '../domain/domain-limits.js';
import { PaceBook } from '../pacing/pace-book.js';
import { PacingSettingsStore } from '../store/pacing-settings-store.js';

interface Change {
  readonly domain: string;
  readonly actor: Actor;
  /** Null goes back to what the platform knows about the domain. */
  readonly limit: DomainLimit | null;
}

/** Says how much a recipient domain is given at once. All workers know within two seconds. */
@Injectable()
export class ChangeDomainPace {
  constructor(
    private readonly database: Database,
    private readonly book: PaceBook,
    private readonly settings: PacingSettingsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError delivery.bad-domain */
  async execute({ domain: given, actor, limit }: Change): Promise<void> {
    const domain = given.trim().toLowerCase();
    if (!looksLikeDomain.test(domain)) throw deliveryErrors.badDomain({ field: 'domain' });
    await this.database.asSystem(async (tx) => {
      if (limit) await this.settings.saveDomain(tx, { domain, ...limit });
      else await this.settings.forgetDomain(tx, domain);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: limit ? 'domain-pace.changed' : 'domain-pace.reset',
        subject: { kind: 'recipient-domain', id: domain },
        ...(limit && {
          details: {
            connections: limit.connections ?? 'unlimited',
            perSecond: limit.perSecond ?? 'unlimited',
          },
        }),
      });
    });
    this.book.forget();
  }
}

const looksLikeDomain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
