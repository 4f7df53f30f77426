import type { PlainDate, TenantId, YearMonth } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type {
  BillTo,
  Contract,
  CourseInForce,
  EndReason,
  OptionInForce,
} from './domain/contract.js';
import type { ContractStage } from './domain/contract-stage.js';
import { minimumTerm } from './domain/minimum-term.js';
import type { Suspension } from './domain/suspension.js';
import type { ResolvedRules } from './domain/term-rules.js';
import { AgreedStore } from './store/agreed.store.js';
import { ContractStages } from './store/contract-stages.store.js';
import { ContractsStore } from './store/contracts.store.js';
import { SuspensionsStore } from './store/suspensions.store.js';

/** Everything of a contract that money depends on. */
export interface BillableContract {
  readonly tenantId: TenantId;
  readonly contractId: string;
  readonly stage: ContractStage;
  readonly appliedAt: Date;
  /** Null before the start notice. */
  readonly serviceStartDate: PlainDate | null;
  /** E0; null before the start notice. @decision D-01 */
  readonly minimumTermEnd: PlainDate | null;
  /** The last day of service, once fixed. */
  readonly endDate: PlainDate | null;
  readonly endReason: EndReason | null;
  readonly terms: ResolvedRules;
  /** @decision D-03 */
  readonly billingScheme: 'ADVANCE_TRUEUP' | 'ARREARS';
  /** In order; the first from the month of the application or the start. */
  readonly courses: readonly CourseInForce[];
  readonly options: readonly OptionInForce[];
  readonly suspensions: readonly Suspension[];
  readonly billTo: BillTo;
}

/** Reads contracts, for those who bill and write to tenants. */
@Injectable()
export class ContractBook {
  constructor(
    private readonly contracts: ContractsStore,
    private readonly agreed: AgreedStore,
    private readonly suspensions: SuspensionsStore,
    private readonly stages: ContractStages,
  ) {}

  /** The contract in force, or else the one that ended last. */
  async of(tx: Tx, tenantId: TenantId): Promise<BillableContract | undefined> {
    const contract = await this.contracts.latest(tx, tenantId);
    if (!contract) return undefined;
    const { id } = contract;
    return {
      ...billable(tenantId, contract),
      courses: await this.agreed.courses(tx, tenantId, id),
      options: await this.agreed.options(tx, tenantId, id),
      suspensions: await this.suspensions.of(tx, tenantId, id),
    };
  }

  /** Where each tenant's contract stands: the one in force, or else the one that ended last. In the system's transaction. */
  stagesOf(tx: Tx, tenantIds: readonly TenantId[]): Promise<Map<TenantId, ContractStage>> {
    return this.stages.of(tx, tenantIds);
  }

  /** Whoever was served, or was to be, on a day of that month. In the system's transaction. */
  tenantsBilledIn(tx: Tx, month: YearMonth): Promise<TenantId[]> {
    return this.contracts.servedIn(tx, month);
  }
}

const billable = (
  tenantId: TenantId,
  contract: Contract,
): Omit<BillableContract, 'courses' | 'options' | 'suspensions'> => {
  const { id, stage, appliedAt, serviceStartDate, endDate, endReason, rules, billTo } = contract;
  const { minimumTermMonths, billingMode } = rules.rules;
  return {
    tenantId,
    contractId: id,
    stage,
    appliedAt,
    serviceStartDate,
    minimumTermEnd: serviceStartDate && minimumTerm(serviceStartDate, minimumTermMonths).end,
    endDate,
    endReason,
    terms: rules,
    billingScheme: billingMode === 'arrears' ? 'ARREARS' : 'ADVANCE_TRUEUP',
    billTo,
  };
};
