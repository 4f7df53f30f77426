import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';

export interface ContractMail {
  readonly id: string;
  /** Whose address it came from, where that is known. */
  readonly ofTenant: TenantId | null;
  readonly sender: string;
  readonly subject: string;
  readonly body: string;
  readonly arrivedAt: Date;
}

const columns = `id, of_tenant AS "ofTenant", sender, subject, body, arrived_at AS "arrivedAt"`;

/** Mails to the address for notices. In the system's transactions. */
@Injectable()
export class ContractMailsStore {
  /** Keeps it once, whatever the number of deliveries. */
  async insert(tx: Tx, mail: ContractMail & { messageId: string }): Promise<void> {
    await tx.execute(
      `INSERT INTO contract_mails (id, of_tenant, message_id, sender, subject, body, arrived_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (message_id) DO NOTHING`,
      [
        mail.id,
        mail.ofTenant,
        mail.messageId,
        mail.sender,
        mail.subject,
        mail.body,
        mail.arrivedAt,
      ],
    );
  }

  /** Those nobody has dealt with, oldest first. */
  open(tx: Tx): Promise<ContractMail[]> {
    return tx.query<ContractMail>(
      `SELECT ${columns} FROM contract_mails WHERE settled_at IS NULL ORDER BY arrived_at, id LIMIT 500`,
    );
  }

  /** Deals with an open one. @throws BusinessError contracts.mail-not-found */
  async settle(tx: Tx, id: string, as: string, at: Date): Promise<ContractMail> {
    const [mail] = await tx.query<ContractMail>(
      `UPDATE contract_mails SET settled_as = $2, settled_at = $3 WHERE id = $1 AND settled_at IS NULL RETURNING ${columns}`,
      [id, as, at],
    );
    if (!mail) throw contractsErrors.mailNotFound();
    return mail;
  }
}
