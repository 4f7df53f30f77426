import { AuditTrail, Tenants, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import type { PageOf } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { stateAtFirst } from '../domain/disclosure.js';
import type { Disclosure, RecipientKind } from '../domain/disclosure.js';
import { privacyErrors } from '../privacy.errors.js';
import { DisclosuresStore } from '../store/disclosures.store.js';

export type Given = Omit<
  Disclosure,
  'id' | 'at' | 'enteredBy' | 'state' | 'decidedBy' | 'decidedAt'
>;

interface Wanted {
  readonly recipientKind?: RecipientKind | undefined;
  readonly tenantId?: string | undefined;
  readonly size: number;
  readonly cursor?: string | undefined;
}

/** The log of all personal data that leaves the house. @clause P2 第三者, P4-3, P4-6, 同意4 */
@Injectable()
export class LogDisclosures {
  constructor(
    private readonly database: Database,
    private readonly disclosures: DisclosuresStore,
    private readonly tenants: Tenants,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What the platform gives out by itself, in the transaction in which it does. */
  async note(tx: Tx, given: Given): Promise<void> {
    const at = this.clock.now();
    const entry = { ...given, id: newId(at), at, enteredBy: null, state: 'given' as const };
    await this.disclosures.insert(tx, entry);
  }

  /**
   * By hand; what an authority asks for waits for a second person. Gives the id.
   * @throws BusinessError accounts.tenant-not-found
   */
  async enter(given: Omit<Given, 'source'>, actor: Actor): Promise<string> {
    const at = this.clock.now();
    const id = newId(at);
    const state = stateAtFirst(given.recipientKind);
    await this.database.asSystem(async (tx) => {
      for (const tenantId of given.tenantIds) await this.tenants.get(tx, asTenantId(tenantId));
      const entry = { ...given, source: null, id, at, enteredBy: actorId(actor), state };
      await this.disclosures.insert(tx, entry);
      await this.record(tx, actor, `disclosure.${state}`, id);
    });
    return id;
  }

  /** @throws BusinessError privacy.no-disclosure, privacy.disclosure-decided, privacy.second-person-needed */
  async decide(id: string, state: 'given' | 'declined', actor: Actor): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const found = await this.disclosures.lock(tx, id);
      if (!found) throw privacyErrors.noDisclosure();
      if (found.state !== 'proposed') throw privacyErrors.disclosureDecided();
      const by = actorId(actor);
      if (found.enteredBy === by) throw privacyErrors.secondPersonNeeded();
      await this.disclosures.decide(tx, id, { state, by, at: this.clock.now() });
      await this.record(tx, actor, `disclosure.${state}`, id);
    });
  }

  /** @throws BusinessError request.bad-cursor */
  async list({ size, cursor, ...wanted }: Wanted): Promise<PageOf<Disclosure>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) =>
      this.disclosures.page(tx, wanted, size, after),
    );
    return pageOf(rows, size, ({ id, at }) => ({ id, sort: at.toISOString() }));
  }

  private async record(tx: Tx, actor: Actor, action: string, id: string): Promise<void> {
    const subject = { kind: 'disclosure', id };
    await this.audit.record(tx, { tenantId: null, actor, action, subject });
  }
}
