import { Clock, jstDate } from '#lib/kernel';
import type { PlainDate, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from './contracts.errors.js';
import { erasureStanding, serviceDataFrom } from './domain/erasure-dates.js';
import type { ContractNeed } from './domain/lifecycle-moves.js';
import { ContractsStore } from './store/contracts.store.js';
import { EndedContractsStore } from './store/ended-contracts.store.js';
import type { EndedContract } from './store/ended-contracts.store.js';
import { MoveContract } from './use-cases/move-contract.js';

/** What is to be erased of one tenant next. */
export interface TenantErasure {
  readonly tenantId: TenantId;
  /** A: what was kept for its service; B: what was kept on the tenant itself. */
  readonly class: 'A' | 'B';
  /** The first day on whose night it goes. */
  readonly from: PlainDate;
  /** The last day on which it may still be there; null where no law sets one. */
  readonly by: PlainDate | null;
  readonly standing: 'waiting' | 'due' | 'late';
  /** False keeps data of class B until all is settled or written off. */
  readonly isSettled: boolean;
}

/** Which tenants' data the end of their contracts makes fall due, and the notes that they are gone. @decision D-08 */
@Injectable()
export class ErasureClock {
  constructor(
    private readonly ended: EndedContractsStore,
    private readonly contracts: ContractsStore,
    private readonly move: MoveContract,
    private readonly clock: Clock,
  ) {}

  /** One line for each tenant whose contracts are all over, the most urgent first. In the system's transaction. */
  async all(tx: Tx): Promise<TenantErasure[]> {
    const lines = new Map<string, TenantErasure>();
    for (const contract of await this.ended.withData(tx)) {
      const line = this.lineOf(contract);
      const known = lines.get(line.tenantId);
      if (!known || known.class > line.class) lines.set(line.tenantId, line);
    }
    return [...lines.values()];
  }

  /** Notes that the data of a class are gone. @throws BusinessError contracts.unmet */
  async erased(tx: Tx, tenantId: TenantId, which: 'A' | 'B'): Promise<void> {
    const kind = which === 'A' ? 'erase-service-data' : 'erase-personal-data';
    const met: ContractNeed[] =
      which === 'A'
        ? ['consent-evidence-kept']
        : ['retention-over', 'balance-closed', 'no-legal-hold'];
    const from = which === 'A' ? ['terminated', 'rejected', 'withdrawn'] : ['data-erased'];
    for (const { tenantId: of, contractId, stage } of await this.ended.withData(tx)) {
      if (of !== tenantId || !from.includes(stage)) continue;
      const contract = await this.contracts.ended(tx, tenantId, contractId);
      if (!contract) throw contractsErrors.notFound();
      await this.move.within(tx, tenantId, contract, {
        event: { kind },
        met,
        actor: { kind: 'system' },
      });
    }
  }

  private lineOf(contract: EndedContract): TenantErasure {
    const { tenantId, stage, serviceDataBy, personalDataFrom, isSettled } = contract;
    const now = this.clock.now();
    if (stage !== 'data-erased')
      return {
        ...{ tenantId, class: 'A', by: serviceDataBy, isSettled },
        from: serviceDataFrom(serviceDataBy),
        standing: erasureStanding(serviceDataBy, now),
      };
    const isDue = jstDate(now).until(personalDataFrom).sign <= 0;
    return {
      ...{ tenantId, class: 'B', from: personalDataFrom, by: null, isSettled },
      standing: isDue ? 'due' : 'waiting',
    };
  }
}
