import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { InboundFigure, InboundMessage, Settlement } from '../domain/inbound-message.js';

const fields = 9;
const mostAtOnce = 50;
const mostBytes = 16 * 1024 * 1024;

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

  /** The next of a batch's messages that are not sorted yet: so many as may be held in memory at once. */
  async waitingIn(tx: Tx, batchId: string, after: string | null): Promise<InboundMessage[]> {
    const rows = await tx.query<Row>(
      `SELECT id, arrived_at AS "arrivedAt", null_sender AS "nullSender", coalesce(mail_from, '') AS "mailFrom",
         host(client_ip) AS ip, helo, recipients, raw
       FROM (SELECT *, sum(bytes) OVER (ORDER BY id) - bytes AS before FROM inbound_messages
             WHERE batch_id = $1 AND state = 'waiting' AND ($2::uuid IS NULL OR id > $2)) AS next
       WHERE before < ${mostBytes} ORDER BY id LIMIT ${mostAtOnce}`,
      [batchId, after],
    );
    return rows.map(({ ip, helo, ...message }) => ({
      ...message,
      client: ip === null ? null : { ip, helo: helo ?? '' },
    }));
  }

  /** Keeps messages from being sorted twice. Gives those that nobody else has sorted, or is about to. */
  async lock(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM inbound_messages WHERE id = ANY($1) AND state = 'waiting' FOR UPDATE SKIP LOCKED`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Ends messages: what they said, and who sent them to whom, is forgotten. */
  async settle(tx: Tx, settlements: readonly Settlement[], at: Date): Promise<void> {
    await tx.execute(
      `UPDATE inbound_messages SET state = CASE WHEN done.outcome = 'loop' THEN 'dropped' ELSE 'sorted' END,
         outcome = done.outcome, authentication = done.authentication::jsonb, sorted_at = $4,
         raw = NULL, recipients = '{}', mail_from = NULL, client_ip = NULL, helo = NULL
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS done (id, outcome, authentication)
       WHERE inbound_messages.id = done.id AND state = 'waiting'`,
      [
        settlements.map(({ id }) => id),
        settlements.map(({ outcome }) => outcome),
        settlements.map(({ authentication }) => authentication && JSON.stringify(authentication)),
        at,
      ],
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

  /** What waits to be sorted. */
  async backlog(tx: Tx): Promise<{ waiting: number; waitingSince: Date | null }> {
    const [row] = await tx.query<{ waiting: number; waitingSince: Date | null }>(
      `SELECT count(*) AS waiting, min(arrived_at) AS "waitingSince" FROM inbound_messages WHERE state = 'waiting'`,
    );
    return row ?? { waiting: 0, waitingSince: null };
  }

  /** Sorted messages by day in Japan and outcome, the newest day first. */
  figures(tx: Tx, since: Date): Promise<InboundFigure[]> {
    return tx.query<InboundFigure>(
      `SELECT to_char(sorted_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS day, outcome, count(*) AS messages
       FROM inbound_messages
       WHERE state IN ('sorted', 'dropped') AND outcome IS NOT NULL AND sorted_at >= $1
       GROUP BY day, outcome ORDER BY day DESC, outcome`,
      [since],
    );
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
