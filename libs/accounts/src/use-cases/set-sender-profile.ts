import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { readEmail } from '../domain/read-email.js';
import type { SenderProfile } from '../domain/sender-profile.js';
import { SenderProfiles } from '../sender-profiles.js';
import { SenderProfilesStore } from '../store/sender-profiles.store.js';

interface NewProfile {
  readonly tenantId: TenantId;
  readonly profile: SenderProfile;
  readonly actor: Actor;
  /** The version the caller edited; whatever there is, when absent. */
  readonly edited?: number;
}

/** Replaces the profile as a whole. Campaigns scheduled before keep the one they were frozen with. */
@Injectable()
export class SetSenderProfile {
  constructor(
    private readonly database: Database,
    private readonly profiles: SenderProfiles,
    private readonly store: SenderProfilesStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError request.version-changed, accounts.bad-address */
  async execute({ tenantId, profile, actor, edited }: NewProfile): Promise<void> {
    const { fromAddress, replyToAddress } = profile;
    const read: SenderProfile = {
      ...profile,
      fromAddress: readEmail(fromAddress, 'fromAddress').toString(),
      replyToAddress:
        replyToAddress === null ? null : readEmail(replyToAddress, 'replyToAddress').toString(),
    };
    await this.database.inTenant(tenantId, async (tx) => {
      const known = edited ?? (await this.profiles.versioned(tx, tenantId)).version;
      if (!(await this.store.replace(tx, tenantId, known, read))) throw httpErrors.versionChanged();
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'sender-profile.changed',
        subject: { kind: 'tenant', id: tenantId },
      });
    });
  }
}
