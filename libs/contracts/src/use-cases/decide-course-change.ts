import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, YearMonth, jstMonth } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { courseChangeAccepted } from '../contracts.facts.js';
import { courseChangeRefusalTexts } from '../domain/course-change.js';
import { courseChangeAnsweredV2 } from '../notices/course-change-answered.v2.js';
import { AgreedStore } from '../store/agreed.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { CourseChangesStore } from '../store/course-changes.store.js';
import type { ChangeRequest } from '../store/course-changes.store.js';
import { HistoryStore } from '../store/history.store.js';
import { TellTenant } from './tell-tenant.js';

type Decision = {
  readonly tenantId: TenantId;
  readonly requestId: string;
  readonly actor: Actor;
} & (
  | { readonly answer: 'accept'; readonly reason: string | null }
  | { readonly answer: 'decline'; readonly reason: string }
  | { readonly answer: 'postpone'; readonly reason: string; readonly to: YearMonth }
);

/** The operator's answer to a wish for a change, which the tenant is told. Postponed is accepted for a later month. @clause W11.3, W11.4 */
@Injectable()
export class DecideCourseChange {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly changes: CourseChangesStore,
    private readonly agreed: AgreedStore,
    private readonly history: HistoryStore,
    private readonly tell: TellTenant,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * A month that has begun was used and priced as it was agreed then; whoever answers too late postpones.
   * @throws BusinessError contracts.request-not-found, contracts.change-refused, contracts.month-begun, contracts.bad-month
   */
  execute(decision: Decision): Promise<void> {
    const { tenantId, requestId, answer, reason, actor } = decision;
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.hold(tx, tenantId);
      const request = await this.changes.hold(tx, tenantId, requestId);
      const fromMonth = answer === 'postpone' ? later(request, decision.to) : request.fromMonth;
      const at = this.clock.now();
      if (answer !== 'decline' && YearMonth.compare(fromMonth, jstMonth(at)) <= 0)
        throw contractsErrors.monthBegun({ params: { month: fromMonth.toString() } });
      const last = contract.endDate?.toPlainYearMonth();
      if (answer !== 'decline' && last && YearMonth.compare(fromMonth, last) > 0)
        throw contractsErrors.changeRefused({
          params: { refused: 'after-end', ...courseChangeRefusalTexts['after-end'] },
        });
      const state = answer === 'decline' ? 'declined' : 'accepted';
      await this.changes.decide(tx, tenantId, requestId, { state, fromMonth, reason, at });
      if (state === 'accepted') {
        await this.agree(tx, tenantId, { ...request, fromMonth });
        const { id: contractId, stage } = contract;
        const details = { month: fromMonth.toString() };
        const change = { stage, event: 'course-changed', at, actor, details, reason };
        await this.history.add(tx, tenantId, contractId, change);
        const told = { tenantId, contractId, month: fromMonth.toString() };
        await this.outbox.tell(tx, courseChangeAccepted, told);
      }
      const values = { answer, fromMonth, reason };
      await this.tell.within(tx, tenantId, courseChangeAnsweredV2, () => values);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `contract.change-${state}`,
        subject: { kind: 'course-change', id: requestId },
        details: { from: fromMonth.toString() },
      });
    });
  }

  private async agree(tx: Tx, tenantId: TenantId, request: ChangeRequest): Promise<void> {
    const { contractId, courseCode, addOptions, dropOptions, fromMonth: from } = request;
    if (courseCode !== null)
      await this.agreed.setCourse(tx, tenantId, contractId, { courseCode, from });
    for (const optionCode of addOptions)
      await this.agreed.addOption(tx, tenantId, contractId, { optionCode, from });
    for (const optionCode of dropOptions)
      await this.agreed.dropOption(tx, tenantId, contractId, { optionCode, until: from });
  }
}

const later = ({ fromMonth }: ChangeRequest, to: YearMonth): YearMonth => {
  if (YearMonth.compare(to, fromMonth) <= 0) throw contractsErrors.badMonth({ field: 'to' });
  return to;
};
