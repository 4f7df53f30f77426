import { PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { HolderAccount } from '../domain/banks/holder-account.js';
import { maskedAccount } from '../domain/banks/holder-account.js';
import type { MandateState, mandateReturnTexts } from '../domain/debit/mandate.js';
import { paymentsErrors } from '../payments.errors.js';

/** A mandate without its account, which is opened only to write a bank's file. */
export interface Mandate {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly state: MandateState;
  /** 整理番号 of the paper form. */
  readonly fileNumber: string | null;
  readonly maskedAccount: string | null;
  /** 顧客番号: twenty digits, the mandate's alone. */
  readonly customerNumber: string;
  readonly requestedAt: Date;
  readonly formReceivedOn: string | null;
  readonly submittedAt: Date | null;
  /** `2026-04-01` */
  readonly activeSince: string | null;
  readonly endedAt: Date | null;
  readonly returnReason: keyof typeof mandateReturnTexts | null;
}

const columns = `tenant_id AS "tenantId", id, state, file_number AS "fileNumber", masked_account AS "maskedAccount",
  lpad(customer_number::text, 20, '0') AS "customerNumber", requested_at AS "requestedAt",
  form_received_on::text AS "formReceivedOn", submitted_at AS "submittedAt", active_since::text AS "activeSince",
  ended_at AS "endedAt", return_reason AS "returnReason"`;

@Injectable()
export class Mandates {
  constructor(private readonly secrets: Secrets) {}

  /** @throws BusinessError payments.mandate-pending */
  async request(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<void> {
    await tx
      .execute(
        `INSERT INTO mandates (tenant_id, id, state, requested_at) VALUES ($1, $2, 'requested', $3)`,
        [tenantId, id, at],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? paymentsErrors.mandatePending() : error;
      });
  }

  /** Every mandate of a tenant, newest first. */
  of(tx: Tx, tenantId: TenantId): Promise<Mandate[]> {
    return tx.query(`SELECT ${columns} FROM mandates WHERE tenant_id = $1 ORDER BY id DESC`, [
      tenantId,
    ]);
  }

  /** Locks it. @throws BusinessError payments.mandate-not-found */
  async lock(tx: Tx, tenantId: TenantId, id: string): Promise<Mandate> {
    const [mandate] = await tx.query<Mandate>(
      `SELECT ${columns} FROM mandates WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
      [tenantId, id],
    );
    if (!mandate) throw paymentsErrors.mandateNotFound();
    return mandate;
  }

  /** In the system's transaction. @throws BusinessError payments.mandate-not-found */
  async tenantOf(tx: Tx, id: string): Promise<TenantId> {
    const [row] = await tx.query<Pick<Mandate, 'tenantId'>>(
      'SELECT tenant_id AS "tenantId" FROM mandates WHERE id = $1',
      [id],
    );
    if (!row) throw paymentsErrors.mandateNotFound();
    return row.tenantId;
  }

  /** Of all tenants, newest first; one more than `size`. In the system's transaction. */
  page(
    tx: Tx,
    state: MandateState | undefined,
    size: number,
    after: Position | undefined,
  ): Promise<Mandate[]> {
    return tx.query(
      `SELECT ${columns} FROM mandates
       WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [state ?? null, after?.id ?? null, size + 1],
    );
  }

  /** @throws BusinessError payments.file-number-taken */
  async keepForm(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    form: { fileNumber: string; receivedOn: PlainDate; account: HolderAccount },
  ): Promise<void> {
    const box = this.secrets.encrypt(
      'bank-account',
      `${tenantId}/${id}`,
      Buffer.from(JSON.stringify(form.account)),
    );
    await tx
      .execute(
        `UPDATE mandates SET file_number = $3, form_received_on = $4, account_box = $5, masked_account = $6
         WHERE tenant_id = $1 AND id = $2`,
        [
          tenantId,
          id,
          form.fileNumber,
          form.receivedOn.toString(),
          box,
          maskedAccount(form.account),
        ],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? paymentsErrors.fileNumberTaken({ field: 'fileNumber' }) : error;
      });
  }

  /** The account of a mandate whose form has come in. */
  async account(tx: Tx, tenantId: TenantId, id: string): Promise<HolderAccount> {
    const [row] = await tx.query<{ box: Buffer | null }>(
      'SELECT account_box AS box FROM mandates WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    if (!row?.box) throw paymentsErrors.mandateNotFound();
    const opened = this.secrets.decrypt('bank-account', `${tenantId}/${id}`, row.box);
    return JSON.parse(opened.toString()) as HolderAccount;
  }

  async move(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    to: MandateState,
    { at, activeSince, returnReason }: MandateMove,
  ): Promise<void> {
    await tx.execute(
      `UPDATE mandates SET state = $3,
         submitted_at = CASE WHEN $3 = 'submitted' THEN $4 ELSE submitted_at END,
         ended_at = CASE WHEN $3 IN ('returned', 'stopped', 'invalid', 'replaced') THEN $4 ELSE ended_at END,
         active_since = coalesce($5, active_since), return_reason = coalesce($6, return_reason)
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, to, at, activeSince?.toString() ?? null, returnReason ?? null],
    );
  }
}

interface MandateMove {
  readonly at: Date;
  readonly activeSince?: PlainDate | undefined;
  readonly returnReason?: string | undefined;
}

/** The one that is active, of a tenant's mandates. */
export const activeAmong = (mandates: readonly Mandate[]): Mandate | undefined =>
  mandates.find(({ state }) => state === 'active');

/** The day since which a mandate is active; null for none. */
export const activeSince = (mandate: Mandate | undefined): PlainDate | null =>
  mandate?.activeSince ? PlainDate.from(mandate.activeSince) : null;
