import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { deliveryErrors } from '../delivery.errors.js';
import { NewDkimKeys } from '../dkim/new-dkim-keys.js';
import type { DkimAlgorithm } from '../domain/dkim-key.js';
import { DkimKeys } from '../store/dkim-keys.js';
import { SendingDomainStore } from '../store/sending-domain-store.js';

interface Rotation {
  readonly tenantId: TenantId;
  readonly domainId: string;
  /** Puts an Ed25519 key beside the RSA key where there was none. */
  readonly ed25519: boolean;
  readonly actor: Actor;
}

/**
 * Makes the next keys of a domain under selectors of their own. The old ones sign until a check finds the new ones
 * published, so nothing has to happen at one moment.
 */
@Injectable()
export class RotateDkimKeys {
  constructor(
    private readonly database: Database,
    private readonly domains: SendingDomainStore,
    private readonly keys: DkimKeys,
    private readonly newKeys: NewDkimKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError delivery.domain-not-found, delivery.rotation-under-way */
  async execute({ tenantId, domainId, ed25519, actor }: Rotation): Promise<void> {
    const now = this.clock.now();
    // Both are made beforehand: nobody waits for the making of a key while holding the domain.
    const made = await this.newKeys.make(tenantId, domainId, ['rsa', 'ed25519'], now);
    await this.database.inTenant(tenantId, async (tx) => {
      const row = await this.domains.lock(tx, tenantId, domainId);
      if (!row) throw deliveryErrors.domainNotFound();
      const keys = await this.keys.of(tx, tenantId, [domainId]);
      if (keys.some(({ state }) => state === 'pending')) throw deliveryErrors.rotationUnderWay();
      const wanted = new Set<DkimAlgorithm>(['rsa']);
      if (
        ed25519 ||
        keys.some(({ algorithm, state }) => algorithm === 'ed25519' && state === 'active')
      )
        wanted.add('ed25519');
      await this.keys.insert(
        tx,
        made.filter(({ algorithm }) => wanted.has(algorithm)),
      );
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'sending-domain.rotated',
        subject: { kind: 'sending-domain', id: domainId },
        details: { domain: row.domain },
      });
    });
  }
}
