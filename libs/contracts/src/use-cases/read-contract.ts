import { Clock, PlainDate, YearMonth, jstMonth, yen } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { Contract, CourseInForce, OptionInForce } from '../domain/contract.js';
import { courseChange } from '../domain/course-change.js';
import { minimumTerm } from '../domain/minimum-term.js';
import type { MinimumTerm } from '../domain/minimum-term.js';
import { endByTenant } from '../domain/notice-end.js';
import { isBeyondResumption, lastResumableDay } from '../domain/resumption.js';
import { timelineOf } from '../domain/timeline.js';
import type { TimelineEntry } from '../domain/timeline.js';
import { AgreedStore } from '../store/agreed.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { CourseChangesStore } from '../store/course-changes.store.js';
import type { ChangeRequest } from '../store/course-changes.store.js';
import { CuresStore } from '../store/cures.store.js';
import type { Cure } from '../store/cures.store.js';
import { DetailsChangesStore } from '../store/details-changes.store.js';
import type { DetailsChange } from '../store/details-changes.store.js';
import { DuesStore } from '../store/dues.store.js';
import { EndNoticesStore } from '../store/end-notices.store.js';
import type { EndNotice } from '../store/end-notices.store.js';
import { HistoryStore } from '../store/history.store.js';
import type { PastChange } from '../store/history.store.js';
import { InterruptionsStore } from '../store/interruptions.store.js';
import type { Interruption } from '../store/interruptions.store.js';
import { ProposalsStore } from '../store/proposals.store.js';
import type { PastProposal } from '../store/proposals.store.js';
import { SuspensionsStore } from '../store/suspensions.store.js';
import type { PastSuspension } from '../store/suspensions.store.js';
import { ThrottlesStore } from '../store/throttles.store.js';
import type { Throttle } from '../store/throttles.store.js';

/** All that is known of a contract, with what may be asked for just now. */
export interface WholeContract {
  readonly contract: Contract;
  /** Null before the start notice. */
  readonly term: MinimumTerm | null;
  readonly courses: readonly CourseInForce[];
  readonly options: readonly OptionInForce[];
  readonly suspensions: readonly PastSuspension[];
  /** The last day on which a suspended contract can still be brought back; null unless suspended. */
  readonly lastResumableDay: PlainDate | null;
  readonly endNotices: readonly EndNotice[];
  readonly changeRequests: readonly ChangeRequest[];
  readonly detailsChanges: readonly DetailsChange[];
  readonly cures: readonly Cure[];
  readonly proposals: readonly PastProposal[];
  readonly throttle: Throttle | null;
  readonly interruptions: readonly Interruption[];
  readonly timeline: readonly TimelineEntry[];
  readonly history: readonly PastChange[];
  /** The month from which a change asked for now would take effect; null where none can be asked for. */
  readonly earliestChange: YearMonth | null;
  /** Whether a notice given now would end the contract, or end it earlier than it does anyway. @decision D-20 */
  readonly mayGiveNotice: boolean;
  /** Whether it is not too late to ask for a suspended service to be resumed. @clause W13.2 */
  readonly mayAskForResumption: boolean;
}

@Injectable()
export class ReadContract {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly agreed: AgreedStore,
    private readonly suspensions: SuspensionsStore,
    private readonly dues: DuesStore,
    private readonly notices: EndNoticesStore,
    private readonly changes: CourseChangesStore,
    private readonly details: DetailsChangesStore,
    private readonly cures: CuresStore,
    private readonly proposals: ProposalsStore,
    private readonly throttles: ThrottlesStore,
    private readonly interruptions: InterruptionsStore,
    private readonly history: HistoryStore,
    private readonly clock: Clock,
  ) {}

  /** The contract in force, or the one that was last. @throws BusinessError contracts.not-found */
  execute(tenantId: TenantId): Promise<WholeContract> {
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.latest(tx, tenantId);
      if (!contract) throw contractsErrors.notFound();
      const now = this.clock.now();
      const { id, stage, serviceStartDate, rules } = contract;
      const courses = await this.agreed.courses(tx, tenantId, id);
      const suspensions = await this.suspensions.of(tx, tenantId, id);
      const dues = await this.dues.of(tx, tenantId);
      const changed = courses.slice(1).map(({ from }) => from.toPlainDate({ day: 1 }));
      return {
        contract,
        term: serviceStartDate && minimumTerm(serviceStartDate, rules.rules.minimumTermMonths),
        courses,
        options: await this.agreed.options(tx, tenantId, id),
        suspensions,
        lastResumableDay:
          stage === 'suspended' && dues?.unpaidSince ? lastResumableDay(dues.unpaidSince) : null,
        endNotices: await this.notices.of(tx, tenantId, id),
        changeRequests: await this.changes.of(tx, tenantId, id),
        detailsChanges: await this.details.of(tx, tenantId),
        cures: await this.cures.of(tx, tenantId, id),
        proposals: await this.proposals.of(tx, tenantId, id),
        throttle: (await this.throttles.inForce(tx, tenantId, now)) ?? null,
        interruptions: await this.interruptions.of(tx, tenantId, now),
        timeline: timelineOf(contract, suspensions, changed, now),
        history: await this.history.of(tx, tenantId, id),
        earliestChange: earliestChange(contract, dues?.dueYen ?? yen(0), now),
        mayGiveNotice: mayGiveNotice(contract, now),
        mayAskForResumption:
          stage === 'suspended' &&
          !(dues?.unpaidSince && isBeyondResumption(dues.unpaidSince, now)),
      };
    });
  }
}

const earliestChange = (
  { stage, serviceStartDate, endDate }: Contract,
  balance: ReturnType<typeof yen>,
  now: Date,
): YearMonth | null => {
  if (!serviceStartDate || (stage !== 'active' && stage !== 'suspended')) return null;
  const desired = jstMonth(now).add({ months: 1 });
  const answer = courseChange({ desired, arrivedAt: now, balance, serviceStartDate, endDate });
  return 'refused' in answer ? null : answer.from;
};

const mayGiveNotice = (
  { stage, serviceStartDate, endDate, rules }: Contract,
  now: Date,
): boolean => {
  if (!serviceStartDate || !['start-notified', 'active', 'suspended'].includes(stage)) return false;
  const term = minimumTerm(serviceStartDate, rules.rules.minimumTermMonths);
  return endDate === null || PlainDate.compare(endByTenant(term, now).endDate, endDate) < 0;
};
