import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { ApplicationsStore } from '../store/applications.store.js';
import { OpenStartGate } from './open-start-gate.js';

interface Arrival {
  readonly applicationId: string;
  readonly arrivedAt: Date;
  readonly actor: Actor;
}

/** Notes that the form on paper is here: one of the three conditions of the start. @clause W4.1 */
@Injectable()
export class NoteFormArrival {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationsStore,
    private readonly startGate: OpenStartGate,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.application-not-found, contracts.application-settled, contracts.in-future */
  execute({ applicationId, arrivedAt, actor }: Arrival): Promise<void> {
    if (arrivedAt > this.clock.now()) throw contractsErrors.inFuture({ field: 'arrivedOn' });
    return this.database.asSystem(async (tx) => {
      const { state, acceptedAs } = await this.applications.hold(tx, applicationId);
      if (state === 'rejected' || state === 'withdrawn') throw contractsErrors.applicationSettled();
      await this.applications.noteFormArrival(tx, applicationId, arrivedAt);
      if (acceptedAs)
        await this.startGate.within(tx, acceptedAs, { formArrivedAt: arrivedAt }, actor);
      await this.audit.record(tx, {
        tenantId: acceptedAs,
        actor,
        action: 'application.form-arrived',
        subject: { kind: 'application', id: applicationId },
      });
    });
  }
}
