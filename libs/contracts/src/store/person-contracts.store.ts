import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Applicant } from '../domain/application.js';
import type { BillTo } from '../domain/contract.js';

export interface FiledApplication extends Applicant {
  readonly appliedAt: Date;
  readonly channel: string;
}

export interface FiledLetter {
  readonly arrivedAt: Date;
  readonly subject: string;
  readonly text: string;
}

/** What the contract side holds on the person behind a mail address, for that person alone. @clause P2 開示 */
@Injectable()
export class PersonContracts {
  /** Application forms that name the address; the transaction must be the system's. */
  applications(tx: Tx, address: string): Promise<FiledApplication[]> {
    return tx
      .query<{ appliedAt: Date; channel: string; applicant: Applicant }>(
        `SELECT applied_at AS "appliedAt", channel, applicant FROM applications
         WHERE lower($1) IN (lower(applicant->>'pcEmail'), lower(applicant->>'mobileEmail'))
         ORDER BY applied_at, id`,
        [address],
      )
      .then((rows) => rows.map(({ applicant, ...form }) => ({ ...form, ...applicant })));
  }

  /** Contracts of the tenant that name the address as where notices and invoices go. */
  async billedTo(tx: Tx, tenantId: TenantId, address: string): Promise<BillTo[]> {
    const rows = await tx.query<{ billTo: BillTo }>(
      `SELECT bill_to AS "billTo" FROM contracts
       WHERE tenant_id = $1 AND lower(bill_to->>'email') = lower($2) ORDER BY id`,
      [tenantId, address],
    );
    return rows.map(({ billTo }) => billTo);
  }

  /** Mails that came from the address about a contract; the transaction must be the system's. */
  letters(tx: Tx, address: string): Promise<FiledLetter[]> {
    return tx.query<FiledLetter>(
      `SELECT arrived_at AS "arrivedAt", subject, body AS text FROM contract_mails
       WHERE lower(sender) = lower($1) ORDER BY arrived_at, id`,
      [address],
    );
  }
}
