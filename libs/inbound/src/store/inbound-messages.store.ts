import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { InboundMessage, Settlement } from '../domain/inbound-message.js';

const fields = 9;

/** The spool. Belongs to no tenant: whose a message is shows only when it is sorted. */
@Injectable()
export class InboundMessages {
  async add(tx: Tx, batchId: string, messages: readonly InboundMessage[]): Promise<void> {
    const rows = messages.map((_, row) => {
      const places = Array.from({ length: fields }, (__, i) => `$${row * fields + i + 2}`);
      return `($1, ${places.join(', ')})`;
    });
    await tx.execute(
      `INSERT INTO inbound_messages (batch_id, id, arrived_at, null_sender, mail_from, client_ip, helo, recipients, raw, bytes)
       VALUES ${rows.join(', ')}`,
      [batchId, ...messages.flatMap(valuesOf)],
    );
  }

  /** Ids of a batch's messages that are not sorted yet. */
  async waitingIn(tx: Tx, batchId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM inbound_messages WHERE batch_id = $1 AND state = 'waiting' ORDER BY id`,
      [batchId],
    );
    return rows.map(({ id }) => id);
  }

  /** Undefined when it is sorted already. */
  async waiting(tx: Tx, id: string): Promise<InboundMessage | undefined> {
    const [row] = await tx.query<Row>(
      `SELECT id, arrived_at AS "arrivedAt", null_sender AS "nullSender", coalesce(mail_from, '') AS "mailFrom",
         host(client_ip) AS ip, helo, recipients, raw
       FROM inbound_messages WHERE id = $1 AND state = 'waiting'`,
      [id],
    );
    if (!row) return undefined;
    const { ip, helo, ...message } = row;
    return { ...message, client: ip === null ? null : { ip, helo: helo ?? '' } };
  }

  /** Keeps a message from being sorted twice. False when somebody else has sorted it, or is about to. */
  async lock(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM inbound_messages WHERE id = $1 AND state = 'waiting' FOR UPDATE SKIP LOCKED`,
      [id],
    );
    return rows.length > 0;
  }

  /** Ends a message: what it said, and who sent it to whom, is forgotten. */
  async settle(
    tx: Tx,
    id: string,
    { outcome, authentication }: Settlement,
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `UPDATE inbound_messages SET state = CASE WHEN $2 = 'loop' THEN 'dropped' ELSE 'sorted' END, outcome = $2,
         authentication = $3, sorted_at = $4, raw = NULL, recipients = '{}', mail_from = NULL, client_ip = NULL, helo = NULL
       WHERE id = $1 AND state = 'waiting'`,
      [id, outcome, authentication === null ? null : JSON.stringify(authentication), at],
    );
  }

  /** Batches with messages that came before that instant and still wait. */
  async overdue(tx: Tx, before: Date, limit: number): Promise<string[]> {
    const rows = await tx.query<{ batch: string }>(
      `SELECT batch_id AS batch FROM inbound_messages WHERE state = 'waiting' AND arrived_at < $1
       GROUP BY batch_id ORDER BY min(arrived_at) LIMIT $2`,
      [before, limit],
    );
    return rows.map(({ batch }) => batch);
  }

  /** Forgets that messages came. */
  async forget(tx: Tx, before: Date): Promise<void> {
    await tx.execute(
      `DELETE FROM inbound_messages WHERE state IN ('sorted', 'dropped') AND sorted_at < $1`,
      [before],
    );
  }
}

type Row = Omit<InboundMessage, 'client'> & {
  readonly ip: string | null;
  readonly helo: string | null;
};

const valuesOf = (message: InboundMessage): unknown[] => [
  message.id,
  message.arrivedAt,
  message.nullSender,
  storable(message.mailFrom),
  message.client?.ip ?? null,
  message.client && storable(message.client.helo),
  message.recipients.map(storable),
  message.raw,
  message.raw.length,
];

/** PostgreSQL's texts hold no NUL. */
const storable = (text: string): string => text.replaceAll('\0', '');
