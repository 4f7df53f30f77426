import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { TenantKeys } from '#platform/tenant-keys';
import type { TenantKey } from '#platform/tenant-keys';
import { Injectable } from '@nestjs/common';
import type { FieldValues } from '../domain/form-field.js';
import type { OptInRequest, SignUpChannel } from '../domain/opt-in.js';

interface RequestRow {
  readonly id: string;
  readonly subscription_id: string;
  readonly form_number: number;
  readonly channel: SignUpChannel;
  readonly answers: Buffer;
  readonly origin: Buffer | null;
  readonly asked_at: Date;
  readonly expires_at: Date;
  readonly mails: number;
  readonly used_at: Date | null;
}

/** Wishes to join that wait for their confirmation. Tokens rest as hashes, what the person said sealed. */
@Injectable()
export class OptInStore {
  constructor(private readonly keys: TenantKeys) {}

  async insert(
    tx: Tx,
    tenantId: TenantId,
    request: Omit<OptInRequest, 'mails' | 'usedAt'>,
    secret: { tokenHash: Buffer; userAgent: string | null },
  ): Promise<void> {
    const key = await this.keys.open(tenantId);
    const { id, ip } = request;
    await tx.execute(
      `INSERT INTO opt_in_requests
         (tenant_id, id, subscription_id, token_hash, form_number, answers, origin, asked_at, expires_at, channel)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tenantId,
        id,
        request.subscriptionId,
        secret.tokenHash,
        request.formNumber,
        sealAnswers(key, id, request.fields),
        sealAskedFrom(key, id, { ip, userAgent: secret.userAgent }),
        request.askedAt,
        request.expiresAt,
        request.channel,
      ],
    );
  }

  get(tx: Tx, tenantId: TenantId, id: string): Promise<OptInRequest | undefined> {
    return this.one(tx, tenantId, 'id', id);
  }

  ofSubscription(tx: Tx, tenantId: TenantId, id: string): Promise<OptInRequest | undefined> {
    return this.one(tx, tenantId, 'subscription_id', id);
  }

  /** Whose token this is. Needs a transaction that sees all tenants. */
  async byToken(
    tx: Tx,
    tokenHash: Buffer,
  ): Promise<{ tenantId: TenantId; requestId: string } | undefined> {
    const [row] = await tx.query<{ tenant_id: string; id: string }>(
      `SELECT tenant_id, id FROM opt_in_requests WHERE token_hash = $1`,
      [tokenHash],
    );
    return row && { tenantId: asTenantId(row.tenant_id), requestId: row.id };
  }

  /** Asked again: one more mail, and the latest answers count. */
  async again(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    latest: { formNumber: number; fields: FieldValues },
  ): Promise<void> {
    await tx.execute(
      `UPDATE opt_in_requests SET mails = mails + 1, form_number = $3, answers = $4 WHERE tenant_id = $1 AND id = $2`,
      [
        tenantId,
        id,
        latest.formNumber,
        sealAnswers(await this.keys.open(tenantId), id, latest.fields),
      ],
    );
  }

  /** False when it was used before. */
  async use(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<boolean> {
    const used = await tx.execute(
      `UPDATE opt_in_requests SET used_at = $3 WHERE tenant_id = $1 AND id = $2 AND used_at IS NULL`,
      [tenantId, id, at],
    );
    return used === 1;
  }

  async delete(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
    await tx.execute(`DELETE FROM opt_in_requests WHERE tenant_id = $1 AND id = $2`, [
      tenantId,
      id,
    ]);
  }

  /** Some whose time is over, of all tenants. */
  async expired(
    tx: Tx,
    now: Date,
    limit: number,
  ): Promise<{ tenantId: TenantId; requestId: string }[]> {
    const rows = await tx.query<{ tenant_id: string; id: string }>(
      `SELECT tenant_id, id FROM opt_in_requests WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2`,
      [now, limit],
    );
    return rows.map((row) => ({ tenantId: asTenantId(row.tenant_id), requestId: row.id }));
  }

  private async one(
    tx: Tx,
    tenantId: TenantId,
    column: 'id' | 'subscription_id',
    id: string,
  ): Promise<OptInRequest | undefined> {
    const [row] = await tx.query<RequestRow>(
      `SELECT id, subscription_id, form_number, channel, answers, origin, asked_at, expires_at, mails, used_at
         FROM opt_in_requests WHERE tenant_id = $1 AND ${column} = $2`,
      [tenantId, id],
    );
    return row && requestOf(row, await this.keys.open(tenantId));
  }
}

interface Origin {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

const seal = (key: TenantKey, id: string, what: FieldValues | Origin): Buffer =>
  key.seal('opt-in', id, Buffer.from(JSON.stringify(what)));

const open = (key: TenantKey, id: string, sealed: Buffer): unknown =>
  JSON.parse(key.unseal('opt-in', id, sealed).toString());

/** What the person filled in, until it is confirmed. */
export const sealAnswers = (key: TenantKey, id: string, fields: FieldValues): Buffer =>
  seal(key, id, fields);

/** From where the person asked; nothing where nothing is known. */
export const sealAskedFrom = (key: TenantKey, id: string, origin: Origin): Buffer | null =>
  (origin.ip ?? origin.userAgent) === null ? null : seal(key, id, origin);

const requestOf = (row: RequestRow, key: TenantKey): OptInRequest => ({
  id: row.id,
  subscriptionId: row.subscription_id,
  formNumber: row.form_number,
  channel: row.channel,
  fields: open(key, row.id, row.answers) as FieldValues,
  ip: row.origin ? (open(key, row.id, row.origin) as Origin).ip : null,
  askedAt: row.asked_at,
  expiresAt: row.expires_at,
  mails: row.mails,
  usedAt: row.used_at,
});
