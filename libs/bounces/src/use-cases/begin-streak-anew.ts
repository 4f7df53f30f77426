import { Clock, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { StreakStarts } from '../store/streak-starts.store.js';

/** A confirmed sign-up came from a mail that arrived: what failed before no longer counts. */
@Injectable()
export class BeginStreakAnew {
  constructor(
    private readonly database: Database,
    private readonly starts: StreakStarts,
    private readonly clock: Clock,
  ) {}

  async execute({
    tenantId: id,
    subscriberId,
  }: {
    tenantId: string;
    subscriberId: string;
  }): Promise<void> {
    const tenantId = asTenantId(id);
    await this.database.inTenant(tenantId, (tx) =>
      this.starts.set(tx, tenantId, subscriberId, this.clock.now()),
    );
  }
}
