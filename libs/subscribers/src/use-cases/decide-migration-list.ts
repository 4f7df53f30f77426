import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { askListJob } from '../jobs/ask-list.job.js';
import { MigrationListStore } from '../store/migration-list-store.js';
import type { MigrationList } from '../store/migration-list-store.js';
import { subscriberErrors } from '../subscribers.errors.js';

interface Wish {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly listId: string;
}

/** What becomes of an uploaded list: declared by the tenant, then agreed to or refused by an operator. @clause D-13 */
@Injectable()
export class DecideMigrationList {
  constructor(
    private readonly database: Database,
    private readonly lists: MigrationListStore,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The tenant signs that everybody on the list consented.
   * @throws BusinessError subscribers.no-list, subscribers.list-decided
   */
  declare(wish: Wish, signedBy: string): Promise<void> {
    return this.step(wish, ['uploaded'], 'declared', (tx, at) =>
      this.lists.declare(tx, wish.tenantId, wish.listId, signedBy, at),
    );
  }

  /** Forgets the list; who was asked already stays asked. */
  withdraw(wish: Wish): Promise<void> {
    return this.step(wish, ['uploaded', 'declared', 'asking'], 'withdrawn', (tx, at) =>
      this.lists.end(tx, wish.tenantId, wish.listId, 'withdrawn', at),
    );
  }

  approve(wish: Wish): Promise<void> {
    const { tenantId, listId } = wish;
    return this.step(wish, ['declared'], 'approved', async (tx, at) => {
      await this.lists.decide(tx, tenantId, listId, { status: 'asking', reason: null, at });
      await this.outbox.add(tx, askListJob, { tenantId, listId, after: 0 });
    });
  }

  reject(wish: Wish, reason: string): Promise<void> {
    const { tenantId, listId } = wish;
    return this.step(wish, ['declared'], 'rejected', async (tx, at) => {
      await this.lists.decide(tx, tenantId, listId, { status: 'rejected', reason, at });
      await this.lists.end(tx, tenantId, listId, 'rejected', at);
    });
  }

  private step(
    { tenantId, actor, listId }: Wish,
    from: readonly MigrationList['status'][],
    done: string,
    change: (tx: Tx, at: Date) => Promise<void>,
  ): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const list = await this.lists.lock(tx, tenantId, listId);
      if (!list) throw subscriberErrors.noList();
      if (!from.includes(list.status))
        throw subscriberErrors.listDecided({ params: { status: list.status } });
      await change(tx, this.clock.now());
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `migration-list.${done}`,
        subject: { kind: 'migration-list', id: listId },
        details: { rows: list.rowCount },
      });
    });
  }
}
