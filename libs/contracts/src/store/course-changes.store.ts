import { YearMonth } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { firstDay } from './agreed.store.js';
import { ofContractInForce } from './contracts.store.js';

export const changeRequestStates = ['open', 'accepted', 'declined', 'withdrawn'] as const;
export type ChangeRequestState = (typeof changeRequestStates)[number];

/** サービスの変更の申請, from the first of a month on. @clause W11 */
export interface ChangeRequest {
  readonly id: string;
  readonly contractId: string;
  readonly channel: 'web' | 'mail' | 'paper';
  readonly arrivedAt: Date;
  readonly desiredMonth: YearMonth;
  /** Null where the course stays. */
  readonly courseCode: string | null;
  readonly addOptions: readonly string[];
  readonly dropOptions: readonly string[];
  readonly state: ChangeRequestState;
  /** From when it would, or does, take effect. */
  readonly fromMonth: YearMonth;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

type Columns = Omit<ChangeRequest, 'desiredMonth' | 'fromMonth'> & {
  desiredMonth: string;
  fromMonth: string;
};

const columns = `id, contract_id AS "contractId", channel, arrived_at AS "arrivedAt", desired_month::text AS "desiredMonth",
  course_code AS "courseCode", add_options AS "addOptions", drop_options AS "dropOptions", state,
  from_month::text AS "fromMonth", reason, decided_at AS "decidedAt"`;

const requestOf = <Row extends Columns>(
  row: Row,
): Omit<Row, 'desiredMonth' | 'fromMonth'> & { desiredMonth: YearMonth; fromMonth: YearMonth } => ({
  ...row,
  desiredMonth: YearMonth.from(row.desiredMonth.slice(0, 7)),
  fromMonth: YearMonth.from(row.fromMonth.slice(0, 7)),
});

@Injectable()
export class CourseChangesStore {
  async insert(tx: Tx, tenantId: TenantId, request: ChangeRequest): Promise<void> {
    await tx.execute(
      `INSERT INTO course_change_requests (tenant_id, id, contract_id, channel, arrived_at, desired_month, course_code,
         add_options, drop_options, state, from_month) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tenantId,
        request.id,
        request.contractId,
        request.channel,
        request.arrivedAt,
        firstDay(request.desiredMonth),
        request.courseCode,
        request.addOptions,
        request.dropOptions,
        request.state,
        firstDay(request.fromMonth),
      ],
    );
  }

  /** Newest first. */
  async of(tx: Tx, tenantId: TenantId, contractId: string): Promise<ChangeRequest[]> {
    const rows = await tx.query<Columns>(
      `SELECT ${columns} FROM course_change_requests WHERE tenant_id = $1 AND contract_id = $2 ORDER BY arrived_at DESC, id DESC LIMIT 200`,
      [tenantId, contractId],
    );
    return rows.map(requestOf);
  }

  /** An open one, locked until the transaction ends. @throws BusinessError contracts.request-not-found */
  async hold(tx: Tx, tenantId: TenantId, id: string): Promise<ChangeRequest> {
    const [row] = await tx.query<Columns>(
      `SELECT ${columns} FROM course_change_requests WHERE tenant_id = $1 AND id = $2 AND state = 'open' FOR UPDATE`,
      [tenantId, id],
    );
    if (!row) throw contractsErrors.requestNotFound();
    return requestOf(row);
  }

  async decide(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    to: { state: ChangeRequestState; fromMonth: YearMonth; reason: string | null; at: Date | null },
  ): Promise<void> {
    await tx.execute(
      `UPDATE course_change_requests SET state = $3, from_month = $4, reason = $5, decided_at = $6
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, to.state, firstDay(to.fromMonth), to.reason, to.at],
    );
  }

  /** All that wait for a decision, oldest first; none of a contract that is over. In the system's transaction. */
  async open(tx: Tx): Promise<(ChangeRequest & { tenantId: TenantId })[]> {
    const rows = await tx.query<Columns & { tenantId: TenantId }>(
      `SELECT tenant_id AS "tenantId", ${columns} FROM course_change_requests r
       WHERE state = 'open' AND ${ofContractInForce} ORDER BY arrived_at, id LIMIT 500`,
    );
    return rows.map(requestOf);
  }
}
