import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface InboundMessage {
  readonly id: string;
  readonly arrivedAt: Date;
  /** True for MAIL FROM:<>, as all reports and automatic answers have it. */
  readonly nullSender: boolean;
  /** Addresses of ours, as RCPT named them. */
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

/** How a message ended: worked off, dropped as a loop, or kept for a person to read. */
export type SortedAs = 'sorted' | 'dropped' | 'kept';

/** The spool. Belongs to no tenant: whose a message is shows only when it is sorted. */
@Injectable()
export class InboundMessages {
  async add(tx: Tx, message: InboundMessage): Promise<void> {
    await tx.execute(
      `INSERT INTO inbound_messages (id, arrived_at, null_sender, recipients, raw, bytes)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        message.id,
        message.arrivedAt,
        message.nullSender,
        message.recipients,
        message.raw,
        message.raw.length,
      ],
    );
  }

  /** Undefined when it is sorted already. */
  async waiting(tx: Tx, id: string): Promise<InboundMessage | undefined> {
    const [message] = await tx.query<InboundMessage>(
      `SELECT id, arrived_at AS "arrivedAt", null_sender AS "nullSender", recipients, raw
       FROM inbound_messages WHERE id = $1 AND state = 'waiting'`,
      [id],
    );
    return message;
  }

  /** Ends a message; unless a person shall read it, its text and recipients are forgotten. */
  async settle(tx: Tx, id: string, as: SortedAs, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE inbound_messages SET state = $2, sorted_at = $3,
         raw = CASE WHEN $2 = 'kept' THEN raw END,
         recipients = CASE WHEN $2 = 'kept' THEN recipients ELSE '{}' END
       WHERE id = $1 AND state = 'waiting'`,
      [id, as, at],
    );
  }

  /** Ids of messages that came before that instant and still wait. */
  async overdue(tx: Tx, before: Date, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM inbound_messages WHERE state = 'waiting' AND arrived_at < $1
       ORDER BY arrived_at LIMIT $2`,
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Forgets that messages came, except those kept for a person. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.execute(
      `DELETE FROM inbound_messages WHERE state IN ('sorted', 'dropped') AND sorted_at < $1`,
      [before],
    );
  }
}
