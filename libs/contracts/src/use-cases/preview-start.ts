import { Clock } from '#lib/kernel';
import type { PlainDate, TenantId, YearMonth } from '#lib/kernel';
import type { NoticeChannel } from '#lib/notices';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { firstFeeMonth } from '../domain/first-fee-month.js';
import type { ContractNeed } from '../domain/lifecycle-moves.js';
import { minimumTerm } from '../domain/minimum-term.js';
import type { MinimumTerm } from '../domain/minimum-term.js';
import { missingToStart } from '../domain/start-gate.js';
import { ContractsStore } from '../store/contracts.store.js';
import { channelTo } from './tell-tenant.js';

export interface StartPreview {
  readonly term: MinimumTerm;
  readonly firstFeeMonth: YearMonth;
  readonly channel: NoticeChannel;
  /** What still keeps the notice back. */
  readonly missing: readonly ContractNeed[];
}

/** What a start notice with that date would say. @clause W4.1, W4.4, W5.1 */
@Injectable()
export class PreviewStart {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found */
  execute(tenantId: TenantId, serviceStartDate: PlainDate): Promise<StartPreview> {
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.current(tx, tenantId);
      if (!contract) throw contractsErrors.notFound();
      const { minimumTermMonths, firstMonth } = contract.rules.rules;
      return {
        term: minimumTerm(serviceStartDate, minimumTermMonths),
        firstFeeMonth: firstFeeMonth(serviceStartDate, firstMonth),
        channel: channelTo(contract.billTo),
        missing: missingToStart(contract, serviceStartDate, this.clock.now()),
      };
    });
  }
}
