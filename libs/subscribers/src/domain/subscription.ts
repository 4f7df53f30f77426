/** How one person stands to one newsletter. `erased` keeps nothing but the fact that there was a subscription. */
export type SubscriptionStatus =
  | 'pending'
  | 'active'
  | 'unsubscribed'
  | 'removed_bounce'
  | 'removed_complaint'
  | 'removed_operator'
  | 'removed_contract_end'
  | 'erased';

export type SubscriptionEvent =
  | 'confirm'
  | 'expire'
  | 'unsubscribe'
  | 'undo'
  | 'bounce-out'
  | 'complain'
  | 'remove'
  | 'end-contract'
  | 'erase';

const transitions: Readonly<
  Record<SubscriptionStatus, Partial<Record<SubscriptionEvent, SubscriptionStatus>>>
> = {
  pending: { confirm: 'active', expire: 'erased', 'end-contract': 'removed_contract_end' },
  active: {
    unsubscribe: 'unsubscribed',
    'bounce-out': 'removed_bounce',
    complain: 'removed_complaint',
    remove: 'removed_operator',
    'end-contract': 'removed_contract_end',
  },
  unsubscribed: { undo: 'active', erase: 'erased' },
  removed_bounce: { erase: 'erased' },
  removed_complaint: { erase: 'erased' },
  removed_operator: { erase: 'erased' },
  removed_contract_end: { erase: 'erased' },
  erased: {},
};

/** The status after the event, or undefined when the event has no meaning in this status. */
export const statusAfter = (
  status: SubscriptionStatus,
  event: SubscriptionEvent,
): SubscriptionStatus | undefined => transitions[status][event];

/**
 * What a change of one subscription does to the tenant's number of distinct active people.
 * @param otherActive other newsletters of the tenant that the same person actively reads at that instant
 * @clause W1.5, W7.2
 */
export const headcountEffect = (
  from: SubscriptionStatus | null,
  to: SubscriptionStatus,
  otherActive: number,
): -1 | 0 | 1 => {
  if (otherActive > 0 || (from === 'active') === (to === 'active')) return 0;
  return to === 'active' ? 1 : -1;
};
