import { job } from '#platform/queue';

/** Goes on freezing the audience of a mailing whose first mails are under way. */
export const freezeAudienceJob = job<{ tenantId: string; campaignId: string }>({
  name: 'delivery.freeze-audience',
  queue: 'audiences',
  attempts: 3,
  keyOf: ({ campaignId }) => campaignId,
});
