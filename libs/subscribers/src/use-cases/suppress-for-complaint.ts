import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { RemovePerson } from './remove-person.js';

/** Takes a person who reported a mail as unwanted off all lists of the tenant, at once. @rfc 6650 §4 */
@Injectable()
export class SuppressForComplaint {
  constructor(private readonly removePerson: RemovePerson) {}

  /** False when the person read nothing any more. */
  within(
    tx: Tx,
    { tenantId, subscriberId }: { tenantId: TenantId; subscriberId: string },
  ): Promise<boolean> {
    const cause = { event: 'complain', suppress: 'removed_complaint' } as const;
    return this.removePerson.within(tx, tenantId, subscriberId, cause);
  }
}
