import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { FieldValues } from '../domain/form-field.js';
import { Addresses } from '../store/addresses.js';
import { PersonFileStore } from '../store/person-file-store.js';
import type { FiledConsent, FiledSubscription } from '../store/person-file-store.js';
import { SubscriberStore } from '../store/subscriber-store.js';

export interface FiledPerson {
  readonly address: string;
  readonly fields: FieldValues;
  readonly subscriptions: readonly FiledSubscription[];
  readonly consents: readonly FiledConsent[];
}

/** All that is held on one reader, for that reader alone: nothing of it may reach the tenant. @clause P2 開示, W17.4 */
@Injectable()
export class PersonFile {
  constructor(
    private readonly addresses: Addresses,
    private readonly subscribers: SubscriberStore,
    private readonly files: PersonFileStore,
  ) {}

  /** Undefined when the person is unknown or erased. */
  async within(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<FiledPerson | undefined> {
    const address = await this.addresses.of(tx, tenantId, subscriberId);
    if (!address) return undefined;
    return {
      address: address.toString(),
      fields: await this.subscribers.fields(tx, tenantId, subscriberId),
      subscriptions: await this.files.subscriptions(tx, tenantId, subscriberId),
      consents: await this.files.consents(tx, tenantId, this.addresses.proofOf(tenantId, address)),
    };
  }
}
