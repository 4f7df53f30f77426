import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { RemovePerson } from './remove-person.js';

/** Takes a person off all lists of the tenant because mail does not arrive, and erases the address. @clause W12B-3, W17.5 */
@Injectable()
export class RemoveForBounces {
  constructor(private readonly removePerson: RemovePerson) {}

  /** False when the person actively read nothing any more. */
  within(
    tx: Tx,
    { tenantId, subscriberId }: { tenantId: TenantId; subscriberId: string },
  ): Promise<boolean> {
    const cause = { event: 'bounce-out', suppress: 'removed_bounce' } as const;
    return this.removePerson.within(tx, tenantId, subscriberId, cause);
  }
}
