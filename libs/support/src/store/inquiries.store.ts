import type { Position } from '#platform/http';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Inquiry } from '../domain/inquiry.js';
import type { ArrivedInquiry } from '../use-cases/receive-inquiry.js';

const columns = `id, tenant_id AS "tenantId", box, arrived_at AS "arrivedAt", from_name AS "fromName",
  from_address AS "fromAddress", subject, text, closed_at AS "closedAt",
  CASE authentication->>'dmarc' WHEN 'pass' THEN true WHEN 'fail' THEN false END AS "isAuthentic"`;

/** Inquiries belong to the provider: only transactions of the system reach them. */
@Injectable()
export class Inquiries {
  async add(tx: Tx, inquiry: ArrivedInquiry & { readonly id: string }): Promise<void> {
    const { from, authentication } = inquiry;
    await tx.execute(
      `INSERT INTO inquiries (id, message_id, tenant_id, box, arrived_at, from_name, from_address, reply_to,
         mail_id, subject, text, raw, authentication)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (message_id) DO NOTHING`,
      [
        inquiry.id,
        inquiry.messageId,
        inquiry.tenantId,
        inquiry.box,
        inquiry.arrivedAt,
        storable(from.name),
        storable(from.address),
        inquiry.replyTo === null ? null : storable(inquiry.replyTo),
        inquiry.mailId === null ? null : storable(inquiry.mailId),
        storable(inquiry.subject),
        storable(inquiry.text),
        inquiry.raw,
        authentication === null ? null : JSON.stringify(authentication),
      ],
    );
  }

  async get(tx: Tx, id: string): Promise<Inquiry | undefined> {
    const [inquiry] = await tx.query<Inquiry>(`SELECT ${columns} FROM inquiries WHERE id = $1`, [
      id,
    ]);
    return inquiry;
  }

  /** The letter as it came, with what is attached to it. */
  async raw(tx: Tx, id: string): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ raw: Buffer }>(`SELECT raw FROM inquiries WHERE id = $1`, [id]);
    return row?.raw;
  }

  /** One more than `limit`, the newest first. */
  page(
    tx: Tx,
    wanted: { readonly openOnly: boolean },
    limit: number,
    after: Position | undefined,
  ): Promise<Inquiry[]> {
    return tx.query<Inquiry>(
      `SELECT ${columns} FROM inquiries
       WHERE (NOT $1 OR closed_at IS NULL)
         AND ($2::uuid IS NULL OR (arrived_at, id) < ($3::timestamptz, $2::uuid))
       ORDER BY arrived_at DESC, id DESC LIMIT $4`,
      [wanted.openOnly, after?.id ?? null, after?.sort ?? null, limit + 1],
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
}

/** PostgreSQL's texts hold no NUL; mail may hold anything. */
const storable = (text: string): string => text.replaceAll('\0', '\u{fffd}');
