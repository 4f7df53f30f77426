/** One subscription that begins or ends to be active. */
export interface SubscriptionChange {
  readonly at: Date;
  /** Equal for two spellings of one address. */
  readonly addressKey: string;
  readonly newsletterId: string;
  readonly active: boolean;
}

/** A change of the number of a tenant's billable addresses. */
export interface BillableChange {
  readonly at: Date;
  readonly delta: number;
}

/**
 * What changes of subscriptions, in the order of time, mean for the number of distinct active addresses: an address
 * on two newsletters counts once, from the first to come to the last to go.
 * @clause W1.5
 */
export const billableChanges = (changes: Iterable<SubscriptionChange>): BillableChange[] => {
  const newslettersOf = new Map<string, Set<string>>();
  const billable: BillableChange[] = [];
  for (const { at, addressKey, newsletterId, active } of changes) {
    const newsletters = newslettersOf.get(addressKey) ?? new Set();
    newslettersOf.set(addressKey, newsletters);
    const before = newsletters.size;
    if (active) newsletters.add(newsletterId);
    else newsletters.delete(newsletterId);
    const delta = Math.sign(newsletters.size) - Math.sign(before);
    if (delta !== 0) billable.push({ at, delta });
  }
  return billable;
};
