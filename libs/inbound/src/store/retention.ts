import { goesAfter } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** The end of received mail in the spool, should the sweep that empties it have failed. @clause §3.7 */
export const inboundRetention: readonly RetentionRule[] = [
  goesAfter('A', 'inbound_messages', "(sorted_at AT TIME ZONE 'Asia/Tokyo')::date + 30", {
    tenant: null,
  }),
  goesAfter('A', 'taken_letters', "(arrived_at AT TIME ZONE 'Asia/Tokyo')::date + 30", {
    tenant: null,
  }),
];
