import { Clock, jstDate } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { checkSendingDomainJob } from '../jobs/check-sending-domain.job.js';
import { SendingDomainStore } from '../store/sending-domain-store.js';

const dayMs = 86_400_000;
/** A sweep comes every hour, so the rest has its turn soon. */
const most = 500;

/** Asks for a look at every verified domain once a day: records vanish when a domain moves to another provider. */
@Injectable()
export class AskDomainChecks {
  constructor(
    private readonly database: Database,
    private readonly domains: SendingDomainStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const day = jstDate(now).toString();
    await this.database.asSystem(async (tx) => {
      const before = new Date(now.getTime() - dayMs);
      for (const domain of await this.domains.verifiedNotSeenSince(tx, before, most))
        await this.outbox.add(tx, checkSendingDomainJob, { ...domain, day });
    });
  }
}
