import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { firstSenderProfile } from './domain/sender-profile.js';
import type { SenderProfile } from './domain/sender-profile.js';
import { SenderProfilesStore } from './store/sender-profiles.store.js';
import { Tenants } from './tenants.js';

/** Reads as whom a tenant writes. */
@Injectable()
export class SenderProfiles {
  constructor(
    private readonly store: SenderProfilesStore,
    private readonly tenants: Tenants,
    private readonly config: Config,
  ) {}

  async get(tx: Tx, tenantId: TenantId): Promise<SenderProfile> {
    return (await this.versioned(tx, tenantId)).profile;
  }

  /** With the number of the version; 0 for what a tenant begins with. */
  async versioned(
    tx: Tx,
    tenantId: TenantId,
  ): Promise<{ version: number; profile: SenderProfile }> {
    const row = await this.store.find(tx, tenantId);
    if (row) {
      const { version, senderName, fromAddress, replyToAddress, legal } = row;
      return { version, profile: { senderName, fromAddress, replyToAddress, legal } };
    }
    const tenant = await this.tenants.get(tx, tenantId);
    return { version: 0, profile: firstSenderProfile(tenant, this.config.get('MAIL_DOMAIN')) };
  }
}
