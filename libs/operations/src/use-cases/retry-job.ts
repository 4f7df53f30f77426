import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { QueueDesk } from '#platform/queue';
import type { QueueName } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { operationsErrors } from '../operations.errors.js';

/** Puts a failed job back into its queue. Jobs check everything again, so that a late one does no harm. */
@Injectable()
export class RetryJob {
  constructor(
    private readonly desk: QueueDesk,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError operations.no-failed-job */
  async execute(wish: { actor: Actor; queue: QueueName; jobId: string }): Promise<void> {
    const { actor, queue, jobId } = wish;
    if (!(await this.desk.retry(queue, jobId))) throw operationsErrors.noFailedJob();
    await this.database.asSystem((tx) =>
      this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'job.retried',
        subject: { kind: 'job', id: jobId },
        details: { queue },
      }),
    );
  }
}
