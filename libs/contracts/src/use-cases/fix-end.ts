import type { Actor } from '#lib/accounts';
import { PlainDate, startOfJstDay } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { contractEndFixed } from '../contracts.facts.js';
import type { Contract } from '../domain/contract.js';
import { governingNotice } from '../domain/governing-notice.js';
import type { GoverningNotice } from '../domain/governing-notice.js';
import { minimumTerm } from '../domain/minimum-term.js';
import { firstMonthWithoutService } from '../domain/notice-end.js';
import { advanceContractJob } from '../jobs/advance-contract.job.js';
import { endConfirmedV2 } from '../notices/end-confirmed.v2.js';
import { endReleasedV1 } from '../notices/end-released.v1.js';
import { EndNoticesStore } from '../store/end-notices.store.js';
import type { EndNotice } from '../store/end-notices.store.js';
import { MoveContract } from './move-contract.js';
import { TellTenant } from './tell-tenant.js';

/** Brings the last day of a contract that is held into line with all notices that have arrived: the earliest valid end wins. @decision D-20 */
@Injectable()
export class FixEnd {
  constructor(
    private readonly notices: EndNoticesStore,
    private readonly move: MoveContract,
    private readonly tell: TellTenant,
    private readonly outbox: Outbox,
  ) {}

  /** A contract that is not yet served keeps its notices until it is. */
  async within(tx: Tx, tenantId: TenantId, contract: Contract, actor: Actor): Promise<Contract> {
    const { stage, serviceStartDate, rules } = contract;
    if ((stage !== 'active' && stage !== 'suspended') || !serviceStartDate) return contract;
    const notices = await this.notices.of(tx, tenantId, contract.id);
    const { minimumTermMonths, renewalMonths } = rules.rules;
    const term = minimumTerm(serviceStartDate, minimumTermMonths);
    const governing = governingNotice(notices, term, renewalMonths);
    if (same(contract.endDate, governing?.effect.endDate ?? null)) return contract;
    // The table of moves never puts an end off by itself: a notice first has to lose its effect.
    const released = isPutOff(contract, governing)
      ? await this.release(tx, tenantId, contract, actor)
      : contract;
    if (!governing) await this.tell.within(tx, tenantId, endReleasedV1, () => null);
    const fixed = governing
      ? await this.fix(tx, tenantId, released, { governing, notices, actor })
      : released;
    const arrivedAt = notices.find(({ id }) => id === governing?.noticeId)?.arrivedAt ?? null;
    await this.outbox.tell(tx, contractEndFixed, {
      tenantId,
      contractId: contract.id,
      endDate: fixed.endDate?.toString() ?? null,
      arrivedAt: arrivedAt?.toISOString() ?? null,
    });
    return fixed;
  }

  private release(tx: Tx, tenantId: TenantId, contract: Contract, actor: Actor): Promise<Contract> {
    return this.move.within(tx, tenantId, contract, {
      event: { kind: 'withdraw-notice' },
      met: ['both-parties-agree', 'before-end'],
      actor,
      patch: { endReason: null },
    });
  }

  private async fix(
    tx: Tx,
    tenantId: TenantId,
    contract: Contract,
    { governing, notices, actor }: Fixing,
  ): Promise<Contract> {
    const { endDate, clause, late } = governing.effect;
    const from = notices.find(({ id }) => id === governing.noticeId)?.from;
    const fixed = await this.move.within(tx, tenantId, contract, {
      event: { kind: 'accept-notice', endDate },
      met: ['notice-arrived'],
      actor,
      patch: { endReason: from === 'operator' ? 'operator-notice' : 'tenant-notice' },
      details: { endDate: endDate.toString(), clause },
    });
    const firstMonthWithout = firstMonthWithoutService(endDate);
    const values = { endDate, clause, late, firstMonthWithout };
    await this.tell.within(tx, tenantId, endConfirmedV2, () => values);
    const over = endDate.add({ days: 1 });
    const due = over.toString();
    await this.outbox.add(tx, advanceContractJob, { tenantId, due }, { at: startOfJstDay(over) });
    return fixed;
  }
}

interface Fixing {
  readonly governing: GoverningNotice;
  readonly notices: readonly EndNotice[];
  readonly actor: Actor;
}

const isPutOff = ({ endDate }: Contract, governing: GoverningNotice | undefined): boolean =>
  endDate !== null && (!governing || PlainDate.compare(governing.effect.endDate, endDate) > 0);

const same = (a: PlainDate | null, b: PlainDate | null): boolean => String(a) === String(b);
