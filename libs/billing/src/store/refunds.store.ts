import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { HolderAccount } from '../domain/banks/holder-account.js';
import { maskedAccount } from '../domain/banks/holder-account.js';
import { paymentsErrors } from '../payments.errors.js';
import { decide, decidedByTwo, proposalStates } from './decided-by-two.js';
import type { DecidedByTwo, SecondWord } from './decided-by-two.js';

export const refundStates = [...proposalStates, 'ordered'] as const;

export interface Refund extends DecidedByTwo<(typeof refundStates)[number]> {
  readonly reason: string;
  readonly maskedAccount: string;
}

export interface RefundProposal {
  readonly id: string;
  readonly amount: Yen;
  readonly reason: string;
  readonly account: HolderAccount;
  readonly at: Date;
  readonly by: string;
}

const columns = `${decidedByTwo}, reason, masked_account AS "maskedAccount"`;

const owner = (tenantId: TenantId, id: string): string => `refund/${tenantId}/${id}`;

@Injectable()
export class Refunds {
  constructor(private readonly secrets: Secrets) {}

  async propose(tx: Tx, tenantId: TenantId, refund: RefundProposal): Promise<void> {
    const { id, amount, reason, account, at, by } = refund;
    const opened = Buffer.from(JSON.stringify(account));
    const box = this.secrets.encrypt('bank-account', owner(tenantId, id), opened);
    await tx.execute(
      `INSERT INTO refunds (tenant_id, id, amount, reason, account_box, masked_account, state, proposed_at, proposed_by)
       VALUES ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8)`,
      [tenantId, id, amount, reason, box, maskedAccount(account), at, by],
    );
  }

  /** What is no longer the tenant's credit: paid back, or proposed to be. */
  async taken(tx: Tx, tenantId: TenantId): Promise<number> {
    const [row] = await tx.query<{ amount: number }>(
      `SELECT coalesce(sum(amount), 0)::bigint AS amount FROM refunds WHERE tenant_id = $1 AND state <> 'rejected'`,
      [tenantId],
    );
    return row?.amount ?? 0;
  }

  /** In the system's transaction. @throws BusinessError payments.refund-not-found */
  async tenantOf(tx: Tx, id: string): Promise<TenantId> {
    const [row] = await tx.query<Pick<Refund, 'tenantId'>>(
      'SELECT tenant_id AS "tenantId" FROM refunds WHERE id = $1',
      [id],
    );
    if (!row) throw paymentsErrors.refundNotFound();
    return row.tenantId;
  }

  /** Locks it. @throws BusinessError payments.refund-not-found */
  async lock(tx: Tx, tenantId: TenantId, id: string): Promise<Refund> {
    const [refund] = await tx.query<Refund>(
      `SELECT ${columns} FROM refunds WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, id],
    );
    if (!refund) throw paymentsErrors.refundNotFound();
    return refund;
  }

  decide(tx: Tx, tenantId: TenantId, id: string, word: SecondWord): Promise<void> {
    return decide(tx, 'refunds', tenantId, id, word);
  }

  /** Of all tenants, oldest first. In the system's transaction. */
  list(tx: Tx, state: Refund['state'] | undefined): Promise<Refund[]> {
    return tx.query(
      `SELECT ${columns} FROM refunds WHERE $1::text IS NULL OR state = $1 ORDER BY id LIMIT 500`,
      [state ?? null],
    );
  }

  /** Approved ones with their accounts, locked, oldest first. In the system's transaction. */
  async toOrder(tx: Tx): Promise<(Refund & { account: HolderAccount })[]> {
    const rows = await tx.query<Refund & { box: Buffer }>(
      `SELECT ${columns}, account_box AS box FROM refunds WHERE state = 'approved' ORDER BY id FOR UPDATE`,
    );
    return rows.map(({ box, ...refund }) => {
      const key = owner(refund.tenantId, refund.id);
      const account = this.secrets.decrypt('bank-account', key, box).toString();
      return { ...refund, account: JSON.parse(account) as HolderAccount };
    });
  }

  async order(tx: Tx, tenantId: TenantId, id: string, fileId: string): Promise<void> {
    await tx.execute(
      `UPDATE refunds SET state = 'ordered', file_id = $3 WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, fileId],
    );
  }
}
