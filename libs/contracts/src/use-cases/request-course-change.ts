import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId, yen } from '#lib/kernel';
import type { TenantId, YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { courseChange, courseChangeRefusalTexts } from '../domain/course-change.js';
import type { Contract } from '../domain/contract.js';
import { CatalogueStore } from '../store/catalogue.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { CourseChangesStore } from '../store/course-changes.store.js';
import { DuesStore } from '../store/dues.store.js';

export interface CourseWish {
  readonly tenantId: TenantId;
  readonly channel: 'web' | 'mail' | 'paper';
  readonly arrivedAt: Date;
  readonly desiredMonth: YearMonth;
  readonly courseCode: string | null;
  readonly addOptions: readonly string[];
  readonly dropOptions: readonly string[];
  readonly actor: Actor;
}

export interface Requested {
  readonly id: string;
  /** From when it takes effect if the operator accepts it. */
  readonly fromMonth: YearMonth;
  /** False where a letter came after the 10th and so waits for a later month. */
  readonly asDesired: boolean;
}

/** A tenant's wish for another course or other options. To ask is to accept the new price. @clause W11.1, W11.2 */
@Injectable()
export class RequestCourseChange {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly catalogue: CatalogueStore,
    private readonly changes: CourseChangesStore,
    private readonly dues: DuesStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * To ask is to agree to the price from that very month, so who asks here and too late is asked anew; a letter has
   * arrived as it is, and the operator answers it with the month that it can have.
   * @throws BusinessError contracts.not-found, contracts.change-refused, contracts.change-too-late with `earliest`,
   * contracts.nothing-to-change,
   * contracts.unknown-course, contracts.unknown-option, contracts.in-future
   */
  execute(wish: CourseWish): Promise<Requested> {
    return this.database.inTenant(wish.tenantId, (tx) => this.within(tx, wish));
  }

  async within(tx: Tx, wish: CourseWish): Promise<Requested> {
    const { tenantId, arrivedAt, actor, ...wanted } = wish;
    const now = this.clock.now();
    if (arrivedAt > now) throw contractsErrors.inFuture({ field: 'arrivedOn' });
    const contract = await this.contracts.hold(tx, tenantId);
    await this.checkCatalogue(tx, wish);
    const answer = await this.answer(tx, contract, wish);
    const id = newId(now);
    await this.changes.insert(tx, tenantId, {
      ...wanted,
      id,
      contractId: contract.id,
      arrivedAt,
      state: 'open',
      fromMonth: answer.from,
      reason: null,
      decidedAt: null,
    });
    await this.audit.record(tx, {
      tenantId,
      actor,
      action: 'contract.change-requested',
      subject: { kind: 'course-change', id },
      details: { from: answer.from.toString() },
    });
    return { id, fromMonth: answer.from, asDesired: answer.asDesired };
  }

  private async answer(
    tx: Tx,
    { stage, serviceStartDate, endDate }: Contract,
    { tenantId, channel, desiredMonth: desired, arrivedAt }: CourseWish,
  ): Promise<{ from: YearMonth; asDesired: boolean }> {
    if (!serviceStartDate) throw contractsErrors.impossible({ params: { stage } });
    const balance = (await this.dues.of(tx, tenantId))?.dueYen ?? yen(0);
    const answer = courseChange({ desired, arrivedAt, balance, serviceStartDate, endDate });
    if ('from' in answer && channel === 'web' && !answer.asDesired)
      throw contractsErrors.changeTooLate({
        field: 'desiredMonth',
        params: { earliest: answer.from.toString() },
      });
    if (!('refused' in answer)) return answer;
    const { refused } = answer;
    throw contractsErrors.changeRefused({
      params: { refused, ...courseChangeRefusalTexts[refused] },
    });
  }

  private async checkCatalogue(
    tx: Tx,
    { courseCode, addOptions, dropOptions }: CourseWish,
  ): Promise<void> {
    if (courseCode === null && addOptions.length + dropOptions.length === 0)
      throw contractsErrors.emptyChange();
    if (courseCode !== null && !(await this.catalogue.course(tx, courseCode)).onSale)
      throw contractsErrors.unknownCourse({ field: 'courseCode' });
    const options = await this.catalogue.options(tx);
    if (!addOptions.every((code) => options.some((o) => o.code === code && o.onSale)))
      throw contractsErrors.unknownOption({ field: 'addOptions' });
    if (!dropOptions.every((code) => options.some((o) => o.code === code)))
      throw contractsErrors.unknownOption({ field: 'dropOptions' });
  }
}
