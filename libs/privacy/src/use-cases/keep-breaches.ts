import { AuditTrail, Members, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId, newId } from '#lib/kernel';
import { PostNotice, write } from '#lib/notices';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { BreachFacts } from '../domain/breach.js';
import { privacyErrors } from '../privacy.errors.js';
import { BreachesStore } from '../store/breaches.store.js';
import type { Breach, BreachStep } from '../store/breaches.store.js';
import { breachTold } from '../templates/breach-told.js';

export interface NewBreach extends BreachFacts {
  readonly summary: string;
  readonly cause: string | null;
  readonly measures: string | null;
}

/** The breach desk: what happened, how many it concerns, who was told when. @clause §4.4 */
@Injectable()
export class KeepBreaches {
  constructor(
    private readonly database: Database,
    private readonly breaches: BreachesStore,
    private readonly tenants: Tenants,
    private readonly members: Members,
    private readonly notices: PostNotice,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  list(): Promise<Breach[]> {
    return this.database.asSystem((tx) => this.breaches.list(tx));
  }

  /** Gives the id. @throws BusinessError privacy.breach-in-future */
  async open(breach: NewBreach, actor: Actor): Promise<string> {
    const now = this.clock.now();
    if (breach.knownAt > now) throw privacyErrors.breachInFuture({ field: 'knownAt' });
    const id = newId(now);
    await this.database.asSystem(async (tx) => {
      await this.breaches.add(tx, { ...breach, id });
      await this.record(tx, actor, 'breach.opened', id);
    });
    return id;
  }

  /**
   * Says how many people of a tenant it concerns; a new number is told anew.
   * @throws BusinessError privacy.no-breach, accounts.tenant-not-found
   */
  async count(id: string, tenant: string, persons: number, actor: Actor): Promise<void> {
    const tenantId = asTenantId(tenant);
    await this.within(id, actor, 'breach.counted', async (tx) => {
      await this.tenants.get(tx, tenantId);
      await this.breaches.countTenant(tx, tenantId, id, persons);
    });
  }

  /** Tells the tenants that were not told yet: owners by mail, everybody in the inbox. @throws BusinessError privacy.no-breach */
  async tell(id: string, actor: Actor): Promise<void> {
    await this.within(id, actor, 'breach.tenants-told', async (tx, breach) => {
      for (const told of await this.breaches.markTold(tx, id, this.clock.now()))
        await this.tellTenant(tx, breach, told);
    });
  }

  /** @throws BusinessError privacy.no-breach */
  async note(id: string, step: BreachStep, actor: Actor): Promise<void> {
    await this.within(id, actor, `breach.${step}`, (tx) =>
      this.breaches.note(tx, id, step, this.clock.now()),
    );
  }

  private async tellTenant(
    tx: Tx,
    { knownAt, summary }: Breach,
    told: { tenantId: string; persons: number },
  ): Promise<void> {
    const tenantId = asTenantId(told.tenantId);
    const { locale } = await this.tenants.get(tx, tenantId);
    const notice = write(breachTold, locale, { knownAt, summary, persons: told.persons });
    await this.notices.within(tx, { tenantId, locale, channel: 'portal', ...notice });
    for (const to of await this.members.owners(tx, tenantId))
      await this.notices.within(tx, { tenantId, locale, to, secret: true, ...notice });
  }

  private async within(
    id: string,
    actor: Actor,
    action: string,
    work: (tx: Tx, breach: Breach) => Promise<void>,
  ): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const breach = await this.breaches.get(tx, id);
      if (!breach) throw privacyErrors.noBreach();
      await work(tx, breach);
      await this.record(tx, actor, action, id);
    });
  }

  private async record(tx: Tx, actor: Actor, action: string, id: string): Promise<void> {
    await this.audit.record(tx, { tenantId: null, actor, action, subject: { kind: 'breach', id } });
  }
}
