import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { draw, fullBucket, giveBack } from '../domain/token-bucket.js';
import type { Bucket, Draw, Drawn, Rate } from '../domain/token-bucket.js';

interface StoredBucket extends Bucket {
  /** The database's present. */
  readonly now: Date;
}

/**
 * The buckets that all workers draw from, exact by the database's clock. Tables without a tenant, so within a
 * transaction of the system; whoever draws from several does so in the order of their keys.
 */
@Injectable()
export class PaceBuckets {
  async draw(tx: Tx, key: string, rate: Rate, wish: Omit<Draw, 'now'>): Promise<Drawn> {
    const { now, ...bucket } = await this.lock(tx, key, rate);
    const drawn = draw(bucket, rate, { ...wish, now });
    await this.write(tx, key, drawn.bucket);
    return drawn;
  }

  async giveBack(tx: Tx, key: string, rate: Rate, unused: number): Promise<void> {
    const bucket = await this.lock(tx, key, rate);
    await this.write(tx, key, giveBack(bucket, rate, unused));
  }

  private async lock(tx: Tx, key: string, rate: Rate): Promise<StoredBucket> {
    const known = await this.find(tx, key);
    if (known) return known;
    const { tokens, bulk } = fullBucket(rate, new Date(0));
    await tx.execute(
      `INSERT INTO pace_buckets (key, tokens, bulk, at) VALUES ($1, $2, $3, app_now()) ON CONFLICT DO NOTHING`,
      [key, tokens, bulk],
    );
    const made = await this.find(tx, key);
    if (!made) throw new Error('a bucket that was just there is gone');
    return made;
  }

  private async find(tx: Tx, key: string): Promise<StoredBucket | undefined> {
    const [row] = await tx.query<StoredBucket>(
      `SELECT tokens, bulk, at, small_at AS "smallAt", app_now() AS now
       FROM pace_buckets WHERE key = $1 FOR UPDATE`,
      [key],
    );
    return row;
  }

  private async write(tx: Tx, key: string, bucket: Bucket): Promise<void> {
    await tx.execute(
      `UPDATE pace_buckets SET tokens = $2, bulk = $3, at = $4, small_at = $5 WHERE key = $1`,
      [key, bucket.tokens, bucket.bulk, bucket.at, bucket.smallAt],
    );
  }
}
