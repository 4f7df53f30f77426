import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { LostNotices } from '#lib/notices';
import type { NoticeChannel } from '#lib/notices';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { BillTo } from '../domain/contract.js';
import { nobody } from '../store/contract-columns.js';
import { ContractsStore } from '../store/contracts.store.js';
import { CuresStore } from '../store/cures.store.js';
import { EndNoticesStore } from '../store/end-notices.store.js';
import { NoteArrival } from './note-arrival.js';
import { addressed } from './tell-tenant.js';

/** Where the kinds of the notices about contracts begin. */
export const ownKinds = 'contracts.';

interface LostNoticeOf {
  readonly tenantId: TenantId;
  readonly noticeId: string;
  readonly actor: Actor;
}

/** What did not reach a tenant is told once more: a mail that came back by letter, anything else as an operator says. @clause W22.1 @decision D-15 */
@Injectable()
export class TellAgain {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly lost: LostNotices,
    private readonly notices: EndNoticesStore,
    private readonly cures: CuresStore,
    private readonly noteArrival: NoteArrival,
    private readonly audit: AuditTrail,
  ) {}

  /** A notice came back: it has no effect, and goes by letter if it was a mail and there is where to. */
  execute(data: { tenantId: string; noticeId: string }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const { noticeId } = data;
    return this.database.inTenant(tenantId, async (tx) => {
      await this.noteArrival.within(tx, tenantId, noticeId);
      const lost = await this.lost.find(tx, tenantId, noticeId);
      if (lost?.channel !== 'mail' || !lost.kind.startsWith(ownKinds)) return;
      const billTo = await this.billTo(tx, tenantId);
      if (billTo.postalAddress !== '') await this.repeat(tx, tenantId, noticeId, billTo, 'letter');
    });
  }

  /** By the way that an operator chooses. @throws BusinessError notices.not-lost, contracts.no-address */
  again({
    tenantId,
    noticeId,
    channel,
    actor,
  }: LostNoticeOf & { channel: NoticeChannel }): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const billTo = await this.billTo(tx, tenantId);
      const address = { mail: billTo.email, letter: billTo.postalAddress, portal: '–' }[channel];
      if (!address) throw contractsErrors.noAddress({ field: 'channel' });
      await this.repeat(tx, tenantId, noticeId, billTo, channel);
      await this.record(tx, { tenantId, noticeId, actor }, 'repeated');
    });
  }

  /** Leaves it at that. @throws BusinessError notices.not-lost */
  letBe(of: LostNoticeOf): Promise<void> {
    return this.database.inTenant(of.tenantId, async (tx) => {
      await this.lost.letBe(tx, of.tenantId, of.noticeId);
      await this.record(tx, of, 'let-be');
    });
  }

  /** What the notice was to bring about waits for the new one. */
  private async repeat(
    tx: Tx,
    tenantId: TenantId,
    noticeId: string,
    billTo: BillTo,
    channel: NoticeChannel,
  ): Promise<void> {
    const instead = await this.lost.repeat(tx, tenantId, noticeId, addressed(billTo, channel));
    await this.cures.repost(tx, tenantId, noticeId, instead);
    await this.notices.repost(tx, tenantId, noticeId, { id: instead, channel });
  }

  private async billTo(tx: Tx, tenantId: TenantId): Promise<BillTo> {
    return (await this.contracts.latest(tx, tenantId))?.billTo ?? nobody;
  }

  private record(
    tx: Tx,
    { tenantId, noticeId, actor }: LostNoticeOf,
    step: 'repeated' | 'let-be',
  ): Promise<void> {
    const subject = { kind: 'notice', id: noticeId };
    return this.audit.record(tx, { tenantId, actor, action: `notice.${step}`, subject });
  }
}
