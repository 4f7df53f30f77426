import { Clock, networkOf } from '#lib/kernel';
import { Database } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { emailKey } from '../domain/read-email.js';
import { maxTries, secondsToWait, windowMs } from '../domain/tries.js';
import { TriesStore } from '../store/tries.store.js';

interface Try {
  readonly what: 'sign-in' | 'password-reset' | 'second-factor';
  readonly email: string;
  readonly ip: string;
}

/** Counts a try before it is made, for its address and for its network: ten in a quarter of an hour are enough. */
@Injectable()
export class CountTries {
  constructor(
    private readonly database: Database,
    private readonly store: TriesStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a receipt with which a try that succeeded is taken back.
   * @throws BusinessError accounts.too-many-tries, with the time to wait
   */
  async execute({ what, email, ip }: Try): Promise<readonly number[]> {
    const now = this.clock.now();
    const buckets = [
      hashToken(`${what} address ${emailKey(email)}`),
      hashToken(`${what} network ${networkOf(ip)}`),
    ];
    return this.database.asSystem(async (tx) => {
      await this.store.lock(tx, buckets);
      const since = new Date(now.getTime() - windowMs);
      const waits: number[] = [];
      for (const bucket of buckets)
        waits.push(secondsToWait(await this.store.latest(tx, bucket, since, maxTries), now));
      const retryAfterSeconds = Math.max(...waits);
      if (retryAfterSeconds > 0) throw accountsErrors.tooManyTries({ retryAfterSeconds });
      return this.store.add(tx, buckets, now);
    });
  }
}
