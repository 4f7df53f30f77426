import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { FieldValues } from '../domain/form-field.js';
import { hideAddresses } from '../domain/hide-addresses.js';
import type { Target } from '../domain/target.js';
import { Addresses } from '../store/addresses.js';
import { SubscriberStore } from '../store/subscriber-store.js';
import { AudienceQuery } from './audience-query.js';

export interface SampleRecipient {
  readonly fields: FieldValues;
  /** `t***`; without the domain, which few people may have. */
  readonly maskedAddress: string;
}

/** A few real people of a target for previews, without any address, also of those in their fields. @clause W17.4 */
@Injectable()
export class SampleRecipients {
  constructor(
    private readonly database: Database,
    private readonly query: AudienceQuery,
    private readonly subscribers: SubscriberStore,
    private readonly addresses: Addresses,
  ) {}

  execute(tenantId: TenantId, target: Target, limit: number): Promise<SampleRecipient[]> {
    return this.database.inTenant(tenantId, async (tx) => {
      const audience = await this.query.of(tx, tenantId, target);
      const people = await this.subscribers.sample(tx, tenantId, audience, limit);
      const masked = await this.addresses.masked(
        tx,
        tenantId,
        people.map(({ id }) => id),
      );
      return people.map(({ id, fields }) => ({
        fields: hideAddresses(fields),
        maskedAddress: (masked.get(id) ?? '').split('@')[0] ?? '',
      }));
    });
  }
}
