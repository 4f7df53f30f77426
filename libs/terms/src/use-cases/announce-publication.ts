import { Tenants } from '#lib/accounts';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { announceTermsJob } from '../jobs/announce-terms.job.js';

/** Has every tenant told of a version that became public. @clause W3.3, W22.1 */
@Injectable()
export class AnnouncePublication {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly outbox: Outbox,
  ) {}

  async execute({ documentId, number }: { documentId: string; number: number }): Promise<void> {
    await this.database.asSystem(async (tx) => {
      for (const tenantId of await this.tenants.open(tx))
        await this.outbox.add(tx, announceTermsJob, { tenantId, documentId, number });
    });
  }
}
