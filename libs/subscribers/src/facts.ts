import { fact } from '#platform/queue';

/** A person became an active reader of a newsletter. */
export const subscriberJoined = fact<{
  tenantId: string;
  subscriberId: string;
  newsletterId: string;
}>('subscribers.joined');

/** A person unsubscribed from a newsletter; `campaignId` when a link of that campaign was used. */
export const subscriberLeft = fact<{
  tenantId: string;
  subscriberId: string;
  newsletterId: string;
  campaignId: string | null;
}>('subscribers.left');

/** A person was removed from all newsletters of the tenant and the address is erased. */
export const subscriberRemoved = fact<{
  tenantId: string;
  subscriberId: string;
}>('subscribers.removed');
