/** What a tenant's program can be told. No event holds an address of a subscriber. @clause W17.4 */
export const eventTypes = [
  'campaign.launched',
  'campaign.finished',
  'campaign.held',
  'subscriber.joined',
  'subscriber.left',
  'subscriber.removed',
  'contract.suspended',
  'contract.resumed',
  'webhook.test',
] as const;
export type EventType = (typeof eventTypes)[number];

/** What can be subscribed to; a test is sent by hand. */
export const subscribableTypes = eventTypes.filter((type) => type !== 'webhook.test');

export interface WebhookEvent {
  readonly type: EventType;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}
