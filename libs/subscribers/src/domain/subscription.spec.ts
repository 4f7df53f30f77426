import { describe, expect, it } from '@jest/globals';
import { headcountEffect, statusAfter } from './subscription.js';
import type { SubscriptionEvent, SubscriptionStatus } from './subscription.js';

const statuses: SubscriptionStatus[] = [
  'pending',
  'active',
  'unsubscribed',
  'removed_bounce',
  'removed_operator',
  'removed_contract_end',
  'erased',
];
const events: SubscriptionEvent[] = [
  'confirm',
  'expire',
  'unsubscribe',
  'undo',
  'bounce-out',
  'remove',
  'end-contract',
  'erase',
];

describe('statusAfter', () => {
  it('knows these transitions and no other', () => {
    const known = statuses.flatMap((from) =>
      events.flatMap((event) => {
        const to = statusAfter(from, event);
        return to ? [`${from} --${event}--> ${to}`] : [];
      }),
    );
    expect(known).toEqual([
      'pending --confirm--> active',
      'pending --expire--> erased',
      'pending --end-contract--> removed_contract_end',
      'active --unsubscribe--> unsubscribed',
      'active --bounce-out--> removed_bounce',
      'active --remove--> removed_operator',
      'active --end-contract--> removed_contract_end',
      'unsubscribed --undo--> active',
      'unsubscribed --erase--> erased',
      'removed_bounce --erase--> erased',
      'removed_operator --erase--> erased',
      'removed_contract_end --erase--> erased',
    ]);
  });
});

describe('headcountEffect', () => {
  it.each([
    [null, 'pending', 0, 0],
    [null, 'active', 0, 1],
    ['pending', 'active', 0, 1],
    ['pending', 'active', 1, 0],
    ['unsubscribed', 'active', 0, 1],
    ['active', 'unsubscribed', 0, -1],
    ['active', 'unsubscribed', 2, 0],
    ['active', 'removed_bounce', 0, -1],
    ['pending', 'erased', 0, 0],
    ['unsubscribed', 'erased', 0, 0],
  ] as const)('of %s → %s with %i others is %i', (from, to, others, effect) => {
    expect(headcountEffect(from, to, others)).toBe(effect);
  });
});
