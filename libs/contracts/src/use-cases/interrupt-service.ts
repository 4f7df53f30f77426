import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { Texts } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { announceInterruptionJob } from '../jobs/announce-interruption.job.js';
import { InterruptionsStore } from '../store/interruptions.store.js';

interface NewInterruption {
  readonly reason: number;
  /** Null for everybody. */
  readonly tenantIds: readonly string[] | null;
  readonly sending: boolean;
  readonly forms: boolean;
  readonly from: Date;
  readonly until: Date | null;
  readonly announcement: Texts;
  readonly actor: Actor;
}

/** Interrupts service for everybody or for some tenants; fees stay as they are. @clause W13.1, W13.4 */
@Injectable()
export class InterruptService {
  constructor(
    private readonly database: Database,
    private readonly interruptions: InterruptionsStore,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the id; everybody concerned is told in the portal. @throws BusinessError contracts.unknown-tenants, contracts.ends-before-it-begins */
  begin(input: NewInterruption): Promise<string> {
    const { tenantIds, actor, ...interruption } = input;
    const { from, until } = interruption;
    if (until && until <= from) throw contractsErrors.endsBeforeItBegins({ field: 'until' });
    if (tenantIds?.length === 0) throw contractsErrors.unknownTenants({ field: 'tenantIds' });
    return this.database.asSystem(async (tx) => {
      const announcedAt = this.clock.now();
      const id = newId(announcedAt);
      const everybody = tenantIds === null;
      const kept = { ...interruption, id, everybody, announcedAt };
      await this.interruptions.insert(tx, kept, tenantIds ?? []);
      await this.outbox.add(tx, announceInterruptionJob, { interruptionId: id, isOver: false });
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'service.interrupted',
        subject: { kind: 'service-interruption', id },
        details: { reason: interruption.reason, everybody },
      });
      return id;
    });
  }

  /** Service is back, which everybody concerned is told. @throws BusinessError contracts.interruption-not-found */
  end(id: string, actor: Actor): Promise<void> {
    return this.database.asSystem(async (tx) => {
      await this.interruptions.end(tx, id, this.clock.now());
      await this.outbox.add(tx, announceInterruptionJob, { interruptionId: id, isOver: true });
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'service.restored',
        subject: { kind: 'service-interruption', id },
      });
    });
  }
}
