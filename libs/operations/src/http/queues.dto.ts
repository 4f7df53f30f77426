import { Choice, Instant, ListQuery, NestedList, Nested, Text, Whole } from '#platform/http';
import { queueNames } from '#platform/queue';
import type { FailedJob, QueueName } from '#platform/queue';

export class QueueView {
  @Choice(queueNames)
  name!: string;

  @Whole()
  waiting!: number;

  @Whole({ about: 'To run later' })
  delayed!: number;

  @Whole()
  active!: number;

  @Whole({ about: 'Given up after all tries; wait for a person' })
  failed!: number;

  @Whole({ nullable: true, about: 'Age in seconds of the job that waits longest' })
  oldestSeconds!: number | null;
}

export class OutboxView {
  @Whole({ about: 'Work that is due and has not reached a queue' })
  due!: number;

  @Whole({ nullable: true })
  oldestSeconds!: number | null;
}

export class QueuesView {
  @NestedList(() => QueueView)
  queues!: readonly QueueView[];

  @Nested(() => OutboxView)
  outbox!: OutboxView;
}

export class FailedQuery extends ListQuery {
  @Choice(queueNames)
  queue!: QueueName;
}

export class FailedJobView {
  @Text()
  id!: string;

  @Text()
  name!: string;

  @Whole()
  attempts!: number;

  @Text({ min: 0 })
  reason!: string;

  @Instant({ nullable: true })
  failedAt!: string | null;
}

export class FailedJobsView {
  @NestedList(() => FailedJobView, { max: 200 })
  items!: readonly FailedJobView[];
}

export class RetryDto {
  @Choice(queueNames)
  queue!: QueueName;

  @Text({ max: 300 })
  jobId!: string;
}

export const failedJobView = ({ failedAt, ...job }: FailedJob): FailedJobView => ({
  ...job,
  failedAt: failedAt?.toISOString() ?? null,
});
