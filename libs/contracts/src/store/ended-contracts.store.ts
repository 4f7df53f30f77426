import { PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** A contract that is over and whose tenant's data are not all gone. */
export interface EndedContract {
  readonly tenantId: TenantId;
  readonly contractId: string;
  readonly stage: 'terminated' | 'rejected' | 'withdrawn' | 'data-erased';
  readonly endDate: PlainDate;
  readonly serviceDataBy: PlainDate;
  readonly personalDataFrom: PlainDate;
  /** Neither owed nor owing. */
  readonly isSettled: boolean;
}

interface Columns extends Omit<EndedContract, 'endDate' | 'serviceDataBy' | 'personalDataFrom'> {
  readonly endDate: string;
  readonly serviceDataBy: string;
  readonly personalDataFrom: string;
}

/** Contracts that are over, for the erasure of what was kept for them. */
@Injectable()
export class EndedContractsStore {
  /** The earliest end first; none of a tenant that has another contract in force. In the system's transaction. */
  async withData(tx: Tx): Promise<EndedContract[]> {
    const rows = await tx.query<Columns>(
      `SELECT c.tenant_id AS "tenantId", c.id AS "contractId", c.stage, c.end_date::text AS "endDate",
              c.erase_service_data_by::text AS "serviceDataBy", c.erase_personal_data_from::text AS "personalDataFrom",
              coalesce(d.receivable_yen, 0) = 0 AND coalesce(d.due_yen, 0) = 0 AS "isSettled"
         FROM contracts c LEFT JOIN contract_dues d ON d.tenant_id = c.tenant_id
        WHERE c.stage IN ('terminated', 'rejected', 'withdrawn', 'data-erased') AND c.erase_service_data_by IS NOT NULL
          AND NOT EXISTS (SELECT FROM contracts o WHERE o.tenant_id = c.tenant_id AND o.stage
            NOT IN ('terminated', 'rejected', 'withdrawn', 'data-erased', 'erased'))
        ORDER BY c.end_date, c.tenant_id, c.id`,
    );
    return rows.map((row) => ({
      ...row,
      endDate: PlainDate.from(row.endDate),
      serviceDataBy: PlainDate.from(row.serviceDataBy),
      personalDataFrom: PlainDate.from(row.personalDataFrom),
    }));
  }
}
