import { AuditTrail, Tenants, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId, newId } from '#lib/kernel';
import { Database, isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { privacyErrors } from '../privacy.errors.js';
import { HoldsStore } from '../store/holds.store.js';
import type { LegalHold } from '../store/holds.store.js';
import { RequestsStore } from '../store/requests.store.js';
import { EraseReader } from './erase-reader.js';

/** On what a hold lies: all of a tenant, or what one request wants erased. */
export type HoldSubject = { readonly tenantId: string } | { readonly requestId: string };

/**
 * Legal holds. One person sets them, at once, since keeping does no harm; two lift them, since erasing cannot be taken
 * back.
 */
@Injectable()
export class KeepHolds {
  constructor(
    private readonly database: Database,
    private readonly holds: HoldsStore,
    private readonly requests: RequestsStore,
    private readonly tenants: Tenants,
    private readonly erasing: EraseReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  list(): Promise<LegalHold[]> {
    return this.database.asSystem((tx) => this.holds.list(tx));
  }

  /** Gives the id. @throws BusinessError privacy.already-held, privacy.no-request, accounts.tenant-not-found */
  async set(subject: HoldSubject, reason: string, actor: Actor): Promise<string> {
    const setAt = this.clock.now();
    const id = newId(setAt);
    await this.database.asSystem(async (tx) => {
      const on = await this.find(tx, subject);
      await this.holds
        .add(tx, { ...on, id, reason, setBy: actorId(actor), setAt })
        .catch((error: unknown) => {
          throw isDuplicate(error) ? privacyErrors.alreadyHeld() : error;
        });
      await this.record(tx, actor, 'legal-hold.set', id);
    });
    return id;
  }

  /** The first of two who lift it. @throws BusinessError privacy.no-hold, privacy.hold-lifted */
  async askLift(id: string, reason: string, actor: Actor): Promise<void> {
    await this.database.asSystem(async (tx) => {
      await this.inForce(tx, id);
      await this.holds.askLift(tx, id, actorId(actor), reason, this.clock.now());
      await this.record(tx, actor, 'legal-hold.lift-asked', id);
    });
  }

  /**
   * The second one. What the hold kept is then erased: of a reader who asked for it at once, of a tenant in the next
   * night.
   * @throws BusinessError privacy.no-hold, privacy.hold-lifted, privacy.lift-not-asked, privacy.same-person
   */
  async lift(id: string, actor: Actor): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const hold = await this.inForce(tx, id);
      if (!hold.liftAskedAt) throw privacyErrors.liftNotAsked();
      if (hold.liftAskedBy === actorId(actor)) throw privacyErrors.samePerson();
      await this.holds.lift(tx, id, actorId(actor), this.clock.now());
      await this.record(tx, actor, 'legal-hold.lifted', id);
      const request = hold.requestId && (await this.requests.get(tx, hold.requestId));
      if (request) await this.erasing.within(tx, request);
    });
  }

  private async find(
    tx: Tx,
    subject: HoldSubject,
  ): Promise<Pick<LegalHold, 'tenantId' | 'requestId'>> {
    if ('tenantId' in subject) {
      const tenantId = asTenantId(subject.tenantId);
      await this.tenants.get(tx, tenantId);
      return { tenantId, requestId: null };
    }
    const request = await this.requests.get(tx, subject.requestId);
    if (!request) throw privacyErrors.noRequest();
    const { id, tenantId } = request;
    return { tenantId: tenantId === null ? null : asTenantId(tenantId), requestId: id };
  }

  private async inForce(tx: Tx, id: string): Promise<LegalHold> {
    const hold = await this.holds.hold(tx, id);
    if (!hold) throw privacyErrors.noHold();
    if (hold.liftedAt) throw privacyErrors.holdLifted();
    return hold;
  }

  private async record(tx: Tx, actor: Actor, action: string, id: string): Promise<void> {
    const subject = { kind: 'legal-hold', id };
    await this.audit.record(tx, { tenantId: null, actor, action, subject });
  }
}
