import type { TenantId } from '#lib/kernel';
import type { Position } from '#platform/http';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Inquiry, ThreadEntry } from '../domain/inquiry.js';

const columns = `id, tenant_id AS "tenantId", campaign_id AS "campaignId", box, channel, is_complaint AS "isComplaint",
  arrived_at AS "arrivedAt", due_at AS "dueAt", answered_at AS "answeredAt", from_name AS "fromName",
  from_address AS "fromAddress", reply_to AS "replyTo", subject, text, thread, closed_at AS "closedAt",
  may_share_address AS "mayShareAddress", scan, virus, forwarded_at AS "forwardedAt",
  raw IS NOT NULL AS "hasLetter",
  CASE authentication->>'dmarc' WHEN 'pass' THEN true WHEN 'fail' THEN false END AS "isAuthentic"`;

/** An inquiry that is new, with what only its way of coming knows. */
export interface NewInquiry extends Omit<
  Inquiry,
  | 'answeredAt'
  | 'replyTo'
  | 'hasLetter'
  | 'thread'
  | 'isAuthentic'
  | 'closedAt'
  | 'forwardedAt'
  | 'campaignId'
  | 'scan'
  | 'virus'
  | 'mayShareAddress'
> {
  readonly campaignId?: string | null;
  readonly mayShareAddress?: boolean;
  /** Of the message in the spool: the same letter is taken once. */
  readonly messageId?: string;
  readonly memberId?: string;
  readonly replyTo?: string | null;
  readonly mailId?: string | null;
  readonly raw?: Uint8Array | null;
  readonly authentication?: { readonly dmarc: string } | null;
  /** Keyed hash of where a form was filled in, for its budget. */
  readonly origin?: Buffer;
}

export interface WantedInquiries {
  readonly openOnly: boolean;
  /** Only what no one has answered in time as of that instant. */
  readonly overdueAt?: Date | undefined;
}

/** Inquiries, for people of the provider; a tenant reaches its own only. */
@Injectable()
export class Inquiries {
  async add(tx: Tx, inquiry: NewInquiry): Promise<void> {
    const { authentication = null } = inquiry;
    await tx.execute(
      `INSERT INTO inquiries (id, message_id, tenant_id, box, channel, is_complaint, member_id, arrived_at, due_at,
         from_name, from_address, reply_to, mail_id, subject, text, raw, authentication, origin,
         campaign_id, may_share_address)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
       ON CONFLICT (message_id) DO NOTHING`,
      [
        inquiry.id,
        inquiry.messageId ?? null,
        inquiry.tenantId,
        inquiry.box,
        inquiry.channel,
        inquiry.isComplaint,
        inquiry.memberId ?? null,
        inquiry.arrivedAt,
        inquiry.dueAt,
        storable(inquiry.fromName),
        storable(inquiry.fromAddress),
        storableOrNull(inquiry.replyTo),
        storableOrNull(inquiry.mailId),
        storable(inquiry.subject),
        storable(inquiry.text),
        inquiry.raw ?? null,
        authentication === null ? null : JSON.stringify(authentication),
        inquiry.origin ?? null,
        inquiry.campaignId ?? null,
        inquiry.mayShareAddress ?? false,
      ],
    );
  }

  async get(tx: Tx, id: string): Promise<Inquiry | undefined> {
    const [inquiry] = await tx.query<Inquiry>(`SELECT ${columns} FROM inquiries WHERE id = $1`, [
      id,
    ]);
    return inquiry;
  }

  async ofTenant(tx: Tx, tenantId: TenantId, id: string): Promise<Inquiry | undefined> {
    const [inquiry] = await tx.query<Inquiry>(
      `SELECT ${columns} FROM inquiries WHERE tenant_id = $1 AND id = $2 AND channel = 'portal'`,
      [tenantId, id],
    );
    return inquiry;
  }

  /** The letter as it came, with what is attached to it; undefined for what was no mail. */
  async raw(tx: Tx, id: string): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ raw: Buffer | null }>(
      `SELECT raw FROM inquiries WHERE id = $1`,
      [id],
    );
    return row?.raw ?? undefined;
  }

  /** One more than `limit`, the newest first. */
  page(
    tx: Tx,
    { openOnly, overdueAt }: WantedInquiries,
    limit: number,
    after: Position | undefined,
  ): Promise<Inquiry[]> {
    return tx.query<Inquiry>(
      `SELECT ${columns} FROM inquiries
       WHERE (NOT $1 OR closed_at IS NULL)
         AND ($5::timestamptz IS NULL OR (answered_at IS NULL AND closed_at IS NULL AND due_at <= $5))
         AND ($2::uuid IS NULL OR (arrived_at, id) < ($3::timestamptz, $2::uuid))
       ORDER BY arrived_at DESC, id DESC LIMIT $4`,
      [openOnly, after?.id ?? null, after?.sort ?? null, limit + 1, overdueAt ?? null],
    );
  }

  /** What members of a tenant asked here; one more than `limit`, the newest first. */
  pageOfTenant(
    tx: Tx,
    tenantId: TenantId,
    limit: number,
    after: Position | undefined,
  ): Promise<Inquiry[]> {
    return tx.query<Inquiry>(
      `SELECT ${columns} FROM inquiries
       WHERE tenant_id = $1 AND channel = 'portal'
         AND ($2::uuid IS NULL OR (arrived_at, id) < ($3::timestamptz, $2::uuid))
       ORDER BY arrived_at DESC, id DESC LIMIT $4`,
      [tenantId, after?.id ?? null, after?.sort ?? null, limit + 1],
    );
  }

  /** Adds a word to the conversation; a first answer stops the clock, a question of the asker opens it again. */
  async addToThread(tx: Tx, id: string, entry: ThreadEntry): Promise<void> {
    await tx.execute(
      `UPDATE inquiries SET thread = thread || $2::jsonb,
         answered_at = CASE WHEN $3 THEN coalesce(answered_at, $4) ELSE answered_at END,
         closed_at = CASE WHEN $3 THEN closed_at END
       WHERE id = $1`,
      [id, JSON.stringify([entry]), entry.by === 'operator', entry.at],
    );
  }

  /** False when it was closed before. */
  async close(tx: Tx, id: string, by: string, at: Date): Promise<boolean> {
    const closed = await tx.execute(
      `UPDATE inquiries SET closed_at = $3, closed_by = $2 WHERE id = $1 AND closed_at IS NULL`,
      [id, by, at],
    );
    return closed === 1;
  }

  /** The first time counts. */
  async markForwarded(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE inquiries SET forwarded_at = coalesce(forwarded_at, $2) WHERE id = $1',
      [id, at],
    );
  }

  /** How many forms came from one place since an instant. */
  async cameFrom(tx: Tx, origin: Buffer, since: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM inquiries WHERE origin = $1 AND arrived_at > $2',
      [origin, since],
    );
    return row?.count ?? 0;
  }
}

/** PostgreSQL's texts hold no NUL; mail may hold anything. */
const storable = (text: string): string => text.replaceAll('\0', '\u{fffd}');
const storableOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : storable(text);
