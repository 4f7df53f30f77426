import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { addressProblemTexts, parseEmailAddress } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { RemovalReason } from '../domain/removal-reason.js';
import { Addresses } from '../store/addresses.js';
import { subscriberErrors } from '../subscribers.errors.js';
import { RemovePerson } from './remove-person.js';

interface Removal {
  readonly tenantId: TenantId;
  readonly address: string;
  readonly reason: RemovalReason;
  /** For the trail, which the tenant reads: no address in it. */
  readonly note: string;
  readonly actor: Actor;
}

/**
 * An operator takes one address off all lists of a tenant, without asking the tenant. The address is erased; a keyed
 * hash keeps it from being mailed again until its owner confirms anew. The trail names the reason and nobody.
 * @clause W12B-3
 */
@Injectable()
export class RemoveForCause {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly removal: RemovePerson,
    private readonly audit: AuditTrail,
  ) {}

  /** False when nobody active has the address. @throws BusinessError subscribers.bad-address, subscribers.address-in-note */
  execute({ tenantId, address, reason, note, actor }: Removal): Promise<boolean> {
    const reading = parseEmailAddress(address);
    if (!reading.ok) {
      const params = addressProblemTexts[reading.problem];
      throw subscriberErrors.badAddress({ field: 'address', params });
    }
    if (note.toLowerCase().includes(address.trim().toLowerCase()))
      throw subscriberErrors.addressInNote({ field: 'note' });
    return this.database.inTenant(tenantId, async (tx) => {
      const found = await this.addresses.find(tx, tenantId, reading.address);
      const cause = { event: 'remove', suppress: 'removed_operator' } as const;
      const isRemoved = found ? await this.removal.within(tx, tenantId, found, cause) : false;
      if (isRemoved && found)
        await this.audit.record(tx, {
          ...{ tenantId, actor, action: 'subscriber.removed-by-operator' },
          subject: { kind: 'subscriber', id: found },
          details: { reason, note },
        });
      return isRemoved;
    });
  }
}
