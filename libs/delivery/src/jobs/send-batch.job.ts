import { job } from '#platform/queue';

/** One worker's turn on one lane of a mailing. A turn whose round has passed finds nothing to do. */
export interface BatchTurn {
  readonly [name: string]: string | number;
  readonly tenantId: string;
  readonly campaignId: string;
  readonly lane: number;
  readonly round: number;
}

const turnJob = {
  queue: 'delivery',
  // A turn that broke off is no use any more: its round has passed, and the sweep starts the next one.
  attempts: 3,
  keyOf: ({ campaignId, lane, round }: BatchTurn) => `${campaignId}/${lane}/${round}`,
} as const;

/** A turn of a small mailing, and the first one of any. */
export const sendBatchJob = job<BatchTurn>({ name: 'delivery.send-batch', ...turnJob });

/** A turn of a large mailing: small ones need not wait for it. */
export const sendLargeBatchJob = job<BatchTurn>({
  name: 'delivery.send-large-batch',
  yields: true,
  ...turnJob,
});
