import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { inForce } from './contracts.store.js';

export interface ContractMail {
  readonly id: string;
  /** Whose own address for notices it came to; null where it was everybody's. */
  readonly ofTenant: TenantId | null;
  readonly sender: string;
  readonly subject: string;
  readonly body: string;
  readonly arrivedAt: Date;
  /** DMARC's result, `pass`, `fail`, `none`; null when nobody could tell. */
  readonly dmarc: string | null;
}

/** One that waits for an operator. */
export interface OpenContractMail extends ContractMail {
  /** Tenants whose contract names the sender as the address for notices. @clause W22.3 */
  readonly declaredBy: readonly TenantId[];
}

const columns = `id, of_tenant AS "ofTenant", sender, subject, body, arrived_at AS "arrivedAt", dmarc`;

/** Mails to the address for notices. In the system's transactions. */
@Injectable()
export class ContractMailsStore {
  /** Keeps it once, whatever the number of deliveries. */
  async insert(tx: Tx, mail: ContractMail & { messageId: string }): Promise<void> {
    await tx.execute(
      `INSERT INTO contract_mails (id, of_tenant, message_id, sender, subject, body, arrived_at, dmarc)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (message_id) DO NOTHING`,
      [
        mail.id,
        mail.ofTenant,
        mail.messageId,
        mail.sender,
        mail.subject,
        mail.body,
        mail.arrivedAt,
        mail.dmarc,
      ],
    );
  }

  /** Those nobody has dealt with, oldest first. */
  open(tx: Tx): Promise<OpenContractMail[]> {
    return tx.query<OpenContractMail>(
      `SELECT ${columns}, coalesce(declared.by, '{}') AS "declaredBy" FROM contract_mails
       LEFT JOIN (SELECT lower(c.bill_to->>'email') AS address, array_agg(DISTINCT c.tenant_id) AS by
                  FROM contracts c WHERE ${inForce} GROUP BY 1) AS declared
         ON declared.address = lower(sender)
       WHERE settled_at IS NULL ORDER BY arrived_at, id LIMIT 500`,
    );
  }

  /** Open ones that nobody was told of before, which counts as done now; the oldest first. */
  async takeUntold(tx: Tx, at: Date): Promise<ContractMail[]> {
    const mails = await tx.query<ContractMail>(
      `UPDATE contract_mails SET told_at = $1 WHERE settled_at IS NULL AND told_at IS NULL RETURNING ${columns}`,
      [at],
    );
    return mails.sort((a, b) => a.arrivedAt.getTime() - b.arrivedAt.getTime());
  }

  /** Deals with an open one; it is of that tenant from then on, if one was found out. @throws BusinessError contracts.mail-not-found */
  async settle(
    tx: Tx,
    id: string,
    { as, at, ofTenant = null }: { as: string; at: Date; ofTenant?: TenantId | null },
  ): Promise<ContractMail> {
    const [mail] = await tx.query<ContractMail>(
      `UPDATE contract_mails SET settled_as = $2, settled_at = $3, of_tenant = coalesce($4, of_tenant)
       WHERE id = $1 AND settled_at IS NULL RETURNING ${columns}`,
      [id, as, at, ofTenant],
    );
    if (!mail) throw contractsErrors.mailNotFound();
    return mail;
  }
}
