import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** How mails to one relay or domain ended. */
export interface TrafficCounts {
  readonly accepted: number;
  readonly refused: number;
  /** To be tried again. */
  readonly putOff: number;
  /** Of unknown fate. */
  readonly unclear: number;
}

export interface Traffic extends TrafficCounts {
  readonly kind: 'relay' | 'domain';
  readonly name: string;
}

/** What left in each minute, by relay and by recipient domain. */
@Injectable()
export class TrafficStore {
  async add(tx: Tx, minute: Date, traffic: readonly Traffic[]): Promise<void> {
    await tx.execute(
      `INSERT INTO delivery_traffic (minute, kind, name, accepted, refused, put_off, unclear)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[])
       ON CONFLICT (minute, kind, name) DO UPDATE SET
         accepted = delivery_traffic.accepted + excluded.accepted,
         refused = delivery_traffic.refused + excluded.refused,
         put_off = delivery_traffic.put_off + excluded.put_off,
         unclear = delivery_traffic.unclear + excluded.unclear`,
      [
        minute,
        traffic.map(({ kind }) => kind),
        traffic.map(({ name }) => name),
        traffic.map(({ accepted }) => accepted),
        traffic.map(({ refused }) => refused),
        traffic.map(({ putOff }) => putOff),
        traffic.map(({ unclear }) => unclear),
      ],
    );
  }

  /** Sums since an instant, the busiest first. */
  since(tx: Tx, since: Date, limit: number): Promise<Traffic[]> {
    return tx.query<Traffic>(
      `SELECT kind, name, sum(accepted)::int AS accepted, sum(refused)::int AS refused,
         sum(put_off)::int AS "putOff", sum(unclear)::int AS unclear
       FROM delivery_traffic WHERE minute >= $1 GROUP BY kind, name
       ORDER BY kind DESC, sum(accepted + refused + put_off + unclear) DESC, name LIMIT $2`,
      [since, limit],
    );
  }

  async forgetOld(tx: Tx): Promise<void> {
    await tx.execute(`DELETE FROM delivery_traffic WHERE minute < app_now() - interval '2 days'`);
  }
}
