import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { throttleLiftedV1 } from '../notices/throttle-lifted.v1.js';
import { throttledV1 } from '../notices/throttled.v1.js';
import { ThrottlesStore } from '../store/throttles.store.js';
import { TellTenant } from './tell-tenant.js';

interface NewThrottle {
  readonly tenantId: TenantId;
  readonly mailsPerHour: number;
  /** The tenant is told. */
  readonly reason: string;
  readonly until: Date | null;
  readonly actor: Actor;
}

/** Limits how much of a tenant's mail leaves in an hour, and lifts the limit; the tenant is told of both. @clause W18 */
@Injectable()
export class ThrottleTenant {
  constructor(
    private readonly database: Database,
    private readonly throttles: ThrottlesStore,
    private readonly tell: TellTenant,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the id; with an earlier limit the stricter one counts. @throws BusinessError contracts.ends-before-it-begins */
  impose({ tenantId, mailsPerHour, reason, until, actor }: NewThrottle): Promise<string> {
    return this.database.inTenant(tenantId, async (tx) => {
      const from = this.clock.now();
      if (until && until <= from) throw contractsErrors.endsBeforeItBegins({ field: 'until' });
      const id = newId(from);
      await this.throttles.insert(tx, tenantId, { id, mailsPerHour, reason, from, until });
      const values = { mailsPerHour, reason };
      await this.tell.within(tx, tenantId, throttledV1, () => values);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'tenant.throttled',
        subject: { kind: 'throttle', id },
        details: { mailsPerHour, reason },
      });
      return id;
    });
  }

  /** @throws BusinessError contracts.throttle-not-found */
  lift({ tenantId, actor }: { tenantId: TenantId; actor: Actor }): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const lifted = await this.throttles.lift(tx, tenantId, this.clock.now());
      if (lifted === 0) throw contractsErrors.throttleNotFound();
      await this.tell.within(tx, tenantId, throttleLiftedV1, () => null);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'tenant.throttle-lifted',
        subject: { kind: 'tenant', id: tenantId },
      });
    });
  }
}
