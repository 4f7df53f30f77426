import { Clock } from '#lib/kernel';
import type { PlainDate, TenantId, YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { effectOf } from '../domain/governing-notice.js';
import { minimumTerm } from '../domain/minimum-term.js';
import { firstMonthWithoutService, tenantNoticeBefore } from '../domain/notice-end.js';
import { ContractsStore } from '../store/contracts.store.js';

export interface NoticePreview {
  /** The last day of service if the notice arrived now. */
  readonly endDate: PlainDate;
  readonly clause: 'W5.3' | 'W15.1';
  /** Too late for the end of the minimum term. */
  readonly late: boolean;
  readonly firstMonthWithoutService: YearMonth;
  /** The notice has this effect if it arrives before then. */
  readonly cutOff: Date | null;
  readonly minimumTermEnd: PlainDate;
}

/** What a tenant's notice would do if it arrived now, before it is sent. @clause W5.3, W15.1 */
@Injectable()
export class PreviewNotice {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found, contracts.no-start-date */
  execute(tenantId: TenantId, lastMonthOfUse: YearMonth | null): Promise<NoticePreview> {
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.current(tx, tenantId);
      if (!contract) throw contractsErrors.notFound();
      const { serviceStartDate, rules } = contract;
      if (!serviceStartDate) throw contractsErrors.startDateMissing();
      const term = minimumTerm(serviceStartDate, rules.rules.minimumTermMonths);
      const arrivedAt = this.clock.now();
      const notice = {
        id: '',
        from: 'tenant',
        arrivedAt,
        lastMonthOfUse,
        withdrawnAt: null,
      } as const;
      const effect = effectOf(notice, term);
      if (!effect) throw contractsErrors.notFound();
      const { endDate } = effect;
      return {
        ...effect,
        firstMonthWithoutService: firstMonthWithoutService(endDate),
        cutOff: tenantNoticeBefore(term, endDate.toPlainYearMonth()) ?? null,
        minimumTermEnd: term.end,
      };
    });
  }
}
