import { Clock, asTenantId, startOfJstDay, startOfJstMonth } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Contract } from '../domain/contract.js';
import { minimumTerm } from '../domain/minimum-term.js';
import { renewalsUntil } from '../domain/renewals.js';
import { ContractsStore } from '../store/contracts.store.js';
import { HistoryStore } from '../store/history.store.js';
import { ApplyDetails } from './apply-details.js';
import { FixEnd } from './fix-end.js';
import { MoveContract } from './move-contract.js';

const actor = { kind: 'system' } as const;

/** Does what time alone decides about a contract: its start, its renewals, planned details, its end. Doing it twice changes nothing. @clause W4.4, W5.2, W15.1, W16 */
@Injectable()
export class AdvanceContract {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly history: HistoryStore,
    private readonly move: MoveContract,
    private readonly fixEnd: FixEnd,
    private readonly details: ApplyDetails,
    private readonly clock: Clock,
  ) {}

  execute(data: { tenantId: string }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.contracts.current(tx, tenantId))) return;
      const now = this.clock.now();
      const held = await this.contracts.hold(tx, tenantId);
      const started = await this.start(tx, tenantId, held, now);
      await this.details.due(tx, tenantId, started, now);
      await this.renew(tx, tenantId, started, now);
      await this.end(tx, tenantId, started, now);
    });
  }

  private async start(
    tx: Tx,
    tenantId: TenantId,
    contract: Contract,
    now: Date,
  ): Promise<Contract> {
    const { stage, serviceStartDate } = contract;
    if (stage !== 'start-notified' || !serviceStartDate) return contract;
    if (now < startOfJstDay(serviceStartDate)) return contract;
    const event = { kind: 'start-service' } as const;
    const met = ['start-date-reached'] as const;
    const started = await this.move.within(tx, tenantId, contract, { event, met, actor });
    return this.fixEnd.within(tx, tenantId, started, actor);
  }

  /** One line of the history for each renewal. @clause W5.2 */
  private async renew(tx: Tx, tenantId: TenantId, contract: Contract, now: Date): Promise<void> {
    const { id, stage, serviceStartDate, endDate, rules } = contract;
    if ((stage !== 'active' && stage !== 'suspended') || !serviceStartDate) return;
    const { minimumTermMonths, renewalMonths } = rules.rules;
    const term = minimumTerm(serviceStartDate, minimumTermMonths);
    for (const { firstMonth, lastDay } of renewalsUntil(now, term, endDate, renewalMonths))
      await this.history.add(tx, tenantId, id, {
        stage,
        event: 'renewed',
        at: startOfJstMonth(firstMonth),
        actor,
        details: { month: firstMonth.toString(), lastDay: lastDay.toString() },
      });
    await this.contracts.noteAdvance(tx, tenantId, id, now);
  }

  private async end(tx: Tx, tenantId: TenantId, contract: Contract, now: Date): Promise<void> {
    const { stage, endDate } = contract;
    if ((stage !== 'active' && stage !== 'suspended') || !endDate) return;
    if (now < startOfJstDay(endDate.add({ days: 1 }))) return;
    const event = { kind: 'reach-end' } as const;
    await this.move.within(tx, tenantId, contract, { event, met: ['end-reached'], actor });
  }
}
