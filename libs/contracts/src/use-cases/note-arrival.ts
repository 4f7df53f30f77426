import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Inbox } from '#lib/notices';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ContractsStore } from '../store/contracts.store.js';
import { CuresStore } from '../store/cures.store.js';
import { EndNoticesStore } from '../store/end-notices.store.js';
import { FixEnd } from './fix-end.js';

/** Lets the operator's notices have their effect when they reach the tenant, and none when they come back. @decision D-15 */
@Injectable()
export class NoteArrival {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly inbox: Inbox,
    private readonly notices: EndNoticesStore,
    private readonly cures: CuresStore,
    private readonly fixEnd: FixEnd,
  ) {}

  execute(data: { tenantId: string; noticeId: string }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    return this.database.inTenant(tenantId, (tx) => this.within(tx, tenantId, data.noticeId));
  }

  async within(tx: Tx, tenantId: TenantId, noticeId: string): Promise<void> {
    if (!(await this.contracts.current(tx, tenantId))) return;
    const contract = await this.contracts.hold(tx, tenantId);
    const { arrivedAt } = await this.inbox.get(tx, tenantId, noticeId);
    await this.cures.noteArrival(tx, tenantId, noticeId, arrivedAt);
    if (!(await this.notices.noteArrival(tx, tenantId, noticeId, arrivedAt))) return;
    await this.fixEnd.within(tx, tenantId, contract, { kind: 'system' });
  }
}
