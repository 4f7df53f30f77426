import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { lastBeyondUndo } from '../domain/undo.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import { ErasePerson } from './erase-person.js';

const batch = 500;

/** Erases people who left seven days ago and read nothing else. @clause §2.3 */
@Injectable()
export class SweepDeparted {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly subscriptions: SubscriptionStore,
    private readonly erasePerson: ErasePerson,
  ) {}

  async execute(): Promise<void> {
    const at = this.clock.now();
    const leftBy = lastBeyondUndo(at);
    for (;;) {
      const departed = await this.database.asSystem((tx) =>
        this.subscriptions.departed(tx, leftBy, batch),
      );
      for (const { tenantId, subscriberId } of departed)
        await this.database.inTenant(tenantId, async (tx) => {
          await this.subscriptions.lockPerson(tx, tenantId, subscriberId);
          const rest = await this.subscriptions.ofPerson(tx, tenantId, subscriberId);
          if (rest.some(({ status }) => status === 'pending' || status === 'active')) return;
          await this.erasePerson.within(tx, tenantId, subscriberId, {
            at,
            suppress: 'unsubscribed',
          });
        });
      if (departed.length < batch) return;
    }
  }
}
