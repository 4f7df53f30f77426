import { PlainDate, endOfMonth, jstDate, startOfJstDay } from '#lib/kernel';
import type { TenantId, YearMonth } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { Contract } from '../domain/contract.js';
import type { ContractStage } from '../domain/contract-stage.js';
import type { ServiceState } from '../domain/service-state.js';
import { contractColumns, contractOf } from './contract-columns.js';
import type { ContractColumns } from './contract-columns.js';

/** Of a contract `c`. */
export const inForce = `c.stage NOT IN ('rejected', 'withdrawn', 'terminated', 'data-erased', 'erased')`;

/** Of whatever `r` belongs to a contract. */
export const ofContractInForce = `EXISTS (SELECT FROM contracts c
  WHERE c.tenant_id = r.tenant_id AND c.id = r.contract_id AND ${inForce})`;

export interface NewContract extends Pick<
  Contract,
  'id' | 'stage' | 'applicationId' | 'appliedAt' | 'rules' | 'billTo' | 'termsVersion'
> {
  readonly termsHash: string | null;
  readonly serviceStartDate: PlainDate | null;
  readonly formArrivedAt: Date | null;
  readonly provisionedAt: Date | null;
}

/** What may change in a contract beside its courses and notices. */
export type ContractPatch = Partial<
  Pick<
    Contract,
    | 'stage'
    | 'serviceStartDate'
    | 'billTo'
    | 'formArrivedAt'
    | 'initialPaidAt'
    | 'provisionedAt'
    | 'startNotifiedAt'
    | 'endDate'
    | 'endReason'
    | 'endedAt'
    | 'eraseServiceDataBy'
    | 'erasePersonalDataFrom'
  >
>;

const columnOf = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

@Injectable()
export class ContractsStore {
  /** @throws BusinessError contracts.already-open */
  async insert(tx: Tx, tenantId: TenantId, contract: NewContract): Promise<void> {
    await tx
      .execute(
        `INSERT INTO contracts (tenant_id, id, stage, application_id, applied_at, rules, bill_to, terms_version,
           terms_hash, service_start_date, form_arrived_at, provisioned_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          tenantId,
          contract.id,
          contract.stage,
          contract.applicationId,
          contract.appliedAt,
          JSON.stringify(contract.rules),
          JSON.stringify(contract.billTo),
          contract.termsVersion,
          contract.termsHash,
          contract.serviceStartDate?.toString() ?? null,
          contract.formArrivedAt,
          contract.provisionedAt,
        ],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? contractsErrors.alreadyOpen() : error;
      });
  }

  /** The contract in force, from the application to the end. */
  async current(tx: Tx, tenantId: TenantId): Promise<Contract | undefined> {
    return this.one(tx, tenantId, `AND ${inForce}`);
  }

  /** The contract in force, locked until the transaction ends: every change begins here. @throws BusinessError contracts.not-found */
  async hold(tx: Tx, tenantId: TenantId): Promise<Contract> {
    const contract = await this.one(tx, tenantId, `AND ${inForce} FOR UPDATE`);
    if (!contract) throw contractsErrors.notFound();
    return contract;
  }

  /** The contract in force, or else the one that was last. */
  latest(tx: Tx, tenantId: TenantId): Promise<Contract | undefined> {
    return this.one(tx, tenantId, `ORDER BY ${inForce} DESC, c.applied_at DESC, c.id DESC LIMIT 1`);
  }

  /** A contract that is over, locked until the transaction ends. */
  ended(tx: Tx, tenantId: TenantId, id: string): Promise<Contract | undefined> {
    return this.one(tx, tenantId, 'AND c.id = $2 FOR UPDATE', id);
  }

  /** Writes what has changed in a contract that is held. */
  async patch(tx: Tx, tenantId: TenantId, id: string, patch: ContractPatch): Promise<void> {
    const entries = Object.entries(patch);
    const sets = entries.map(([property], i) => `${columnOf(property)} = $${i + 3}`);
    await tx.execute(
      `UPDATE contracts SET ${[...sets, 'version = version + 1'].join(', ')} WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, ...entries.map(([, value]) => parameterOf(value))],
    );
  }

  /** What the latest change up to that instant made of the tenant's contract, and what interrupts its service. */
  async stateAt(tx: Tx, tenantId: TenantId, at: Date): Promise<ServiceState | undefined> {
    const [row] = await tx.query<StateColumns>(
      `SELECT h.stage, c.service_start_date::text AS start, c.end_date::text AS "end", w.sending, w.forms
       FROM contract_changes h
       JOIN contracts c ON c.tenant_id = h.tenant_id AND c.id = h.contract_id
       CROSS JOIN LATERAL (
         SELECT coalesce(bool_or(i.sending), false) AS sending, coalesce(bool_or(i.forms), false) AS forms
         FROM service_interruptions i
         WHERE i.from_at <= $2 AND (i.until_at IS NULL OR i.until_at > $2)
           AND (i.everybody OR EXISTS (SELECT FROM interrupted_tenants t WHERE t.tenant_id = $1 AND t.interruption_id = i.id))
       ) w
       WHERE h.tenant_id = $1 AND h.at <= $2 AND h.event <> 'renewed' ORDER BY h.at DESC, h.id DESC LIMIT 1`,
      [tenantId, at],
    );
    return row && stateOf(row);
  }

  /** Tenants whose service covered a day of the month, or may still. In the system's transaction. */
  async servedIn(tx: Tx, month: YearMonth): Promise<TenantId[]> {
    const rows = await tx.query<{ tenantId: TenantId }>(
      `SELECT DISTINCT tenant_id AS "tenantId" FROM contracts
       WHERE service_start_date <= $2 AND (end_date IS NULL OR end_date >= $1)
         AND stage NOT IN ('rejected', 'withdrawn') ORDER BY tenant_id`,
      [month.toPlainDate({ day: 1 }).toString(), endOfMonth(month).toString()],
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  /** Tenants whose contract has something due at that instant. In the system's transaction. */
  async due(tx: Tx, at: Date): Promise<TenantId[]> {
    const today = jstDate(at);
    const rows = await tx.query<{ tenantId: TenantId }>(
      `SELECT tenant_id AS "tenantId" FROM contracts WHERE stage = 'start-notified' AND service_start_date <= $1
       UNION SELECT tenant_id FROM contracts WHERE stage IN ('active', 'suspended')
         AND (end_date < $1 OR advanced_through IS NULL OR advanced_through < $2)
       UNION SELECT tenant_id FROM details_changes WHERE state = 'planned' AND planned_date <= $1`,
      [today.toString(), today.with({ day: 1 }).toString()],
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  /** Tenants whose start notice can be sent, each since its last condition was met. In the system's transaction. */
  ready(tx: Tx): Promise<{ tenantId: TenantId; since: Date }[]> {
    return tx.query(
      `SELECT c.tenant_id AS "tenantId", h.at AS since FROM contracts c
       CROSS JOIN LATERAL (
         SELECT max(at) AS at FROM contract_changes
         WHERE tenant_id = c.tenant_id AND contract_id = c.id AND event = 'meet-conditions'
       ) h
       WHERE c.stage = 'ready' ORDER BY h.at, c.tenant_id LIMIT 500`,
    );
  }

  /** Notes that the renewals up to that day's month are written down. */
  async noteAdvance(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE contracts SET advanced_through = $3 WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, jstDate(at).with({ day: 1 }).toString()],
    );
  }

  private async one(
    tx: Tx,
    tenantId: TenantId,
    rest: string,
    ...parameters: string[]
  ): Promise<Contract | undefined> {
    const [row] = await tx.query<ContractColumns>(
      `SELECT ${contractColumns} FROM contracts c WHERE c.tenant_id = $1 ${rest}`,
      [tenantId, ...parameters],
    );
    return row && contractOf(row);
  }
}

interface StateColumns {
  readonly stage: ContractStage;
  readonly start: string | null;
  readonly end: string | null;
  readonly sending: boolean;
  readonly forms: boolean;
}

const stateOf = ({ stage, start, end, sending, forms }: StateColumns): ServiceState => ({
  stage,
  startsAt: start === null ? null : startOfJstDay(PlainDate.from(start)),
  endsAt: end === null ? null : startOfJstDay(PlainDate.from(end).add({ days: 1 })),
  interrupted: { sending, forms },
});

const parameterOf = (value: unknown): unknown => {
  if (value instanceof PlainDate) return value.toString();
  return typeof value === 'object' && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : value;
};
