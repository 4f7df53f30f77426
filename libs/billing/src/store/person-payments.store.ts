import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Recipient } from './invoice.row.js';

export interface FiledInvoice extends Recipient {
  readonly number: string;
  /** `2026-04-11` */
  readonly issuedOn: string;
  readonly dueDate: string;
  readonly totalYen: number;
}

export interface FiledPayment {
  /** `2026-04-27` */
  readonly day: string;
  readonly kind: 'transfer' | 'direct debit' | 'refund';
  /** As the bank wrote it; null for what the platform began itself. */
  readonly payerName: string | null;
  readonly bank: string | null;
  readonly amountYen: number;
}

export interface FiledMandate {
  readonly requestedAt: Date;
  readonly state: string;
  readonly maskedAccount: string | null;
}

/** What billing holds on those who pay for a tenant, for themselves alone. @clause P2 開示 */
@Injectable()
export class PersonPayments {
  invoices(tx: Tx, tenantId: TenantId): Promise<FiledInvoice[]> {
    return tx
      .query<{ recipient: Recipient } & Omit<FiledInvoice, keyof Recipient>>(
        `SELECT number, issued_on::text AS "issuedOn", due_date::text AS "dueDate", total_yen::float8 AS "totalYen", recipient
         FROM invoices WHERE tenant_id = $1 ORDER BY issued_on, number`,
        [tenantId],
      )
      .then((rows) => rows.map(({ recipient, ...invoice }) => ({ ...invoice, ...recipient })));
  }

  /** Money that came or went, the oldest first; the transaction must be the system's. */
  payments(tx: Tx, tenantId: TenantId): Promise<FiledPayment[]> {
    return tx.query<FiledPayment>(
      `SELECT booked_on::text AS day, 'transfer' AS kind, payer_name AS "payerName", bank_name AS bank,
         amount::float8 AS "amountYen"
       FROM transfers WHERE tenant_id = $1
       UNION ALL
       SELECT received_on::text, 'direct debit', NULL, NULL, amount::float8
       FROM receipts WHERE tenant_id = $1 AND kind = 'debit'
       UNION ALL
       SELECT to_char(proposed_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD'), 'refund', NULL, masked_account, amount::float8
       FROM refunds WHERE tenant_id = $1
       ORDER BY day, kind`,
      [tenantId],
    );
  }

  mandates(tx: Tx, tenantId: TenantId): Promise<FiledMandate[]> {
    return tx.query<FiledMandate>(
      `SELECT requested_at AS "requestedAt", state, masked_account AS "maskedAccount"
       FROM mandates WHERE tenant_id = $1 ORDER BY requested_at, id`,
      [tenantId],
    );
  }
}
