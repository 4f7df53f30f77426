import { Clock, asTenantId, newId } from '#lib/kernel';
import type { Locale, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { isSlug } from '../domain/slug.js';
import { TenantsStore } from '../store/tenants.store.js';
import { InviteMember } from './invite-member.js';

interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly locale: Locale;
  /** Gets an invitation as the first owner. */
  readonly ownerEmail?: string | undefined;
  readonly actor?: Actor;
}

/** @throws BusinessError accounts.bad-slug, accounts.slug-taken, accounts.bad-address */
@Injectable()
export class RegisterTenant {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsStore,
    private readonly invite: InviteMember,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute(tenant: NewTenant): Promise<TenantId> {
    return this.database.asSystem((tx) => this.within(tx, tenant));
  }

  /** In a transaction of the system. */
  async within(tx: Tx, tenant: NewTenant): Promise<TenantId> {
    const { slug, name, locale, ownerEmail, actor = { kind: 'system' } } = tenant;
    if (!isSlug(slug)) throw accountsErrors.badSlug({ field: 'slug' });
    const createdAt = this.clock.now();
    const id = asTenantId(newId(createdAt));
    await this.tenants.insert(tx, { id, slug, name, locale, createdAt, closedAt: null });
    const subject = { kind: 'tenant', id };
    await this.audit.record(tx, { tenantId: id, actor, action: 'tenant.registered', subject });
    if (ownerEmail !== undefined)
      await this.invite.within(tx, {
        tenantId: id,
        email: ownerEmail,
        field: 'ownerEmail',
        role: 'owner',
        actor,
      });
    return id;
  }
}
