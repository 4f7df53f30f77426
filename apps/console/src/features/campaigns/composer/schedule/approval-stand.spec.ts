import { expect, it } from '@jest/globals';
import { isApproved, standOf } from './approval-stand.js';
import type { Approval } from './approval-stand.js';

const asked = (part: Partial<Approval> = {}): Approval => ({
  id: '1',
  by: 'member',
  recipients: 10,
  contentVersion: 1,
  contentHash: 'a'.repeat(64),
  requestedBy: 'hanako',
  requestedAt: '2026-04-01T00:00:00Z',
  note: '',
  decision: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  outdated: false,
  ...part,
});

it.each([
  [[], 'none'],
  [[asked()], 'waiting'],
  [[asked({ requestedBy: 'taro' })], 'to-decide'],
  [[asked({ outdated: true, decision: 'approved' })], 'outdated'],
  [[asked({ decision: 'approved' })], 'approved'],
  [[asked(), asked({ decision: 'approved' })], 'waiting'],
  [[asked({ by: 'operator' })], 'none'],
])('of %j it is %s for the one who asked', (items, state) => {
  expect(standOf(items, 'member', 'hanako').state).toBe(state);
});

it('is approved when all who have to did, as it is now', () => {
  const items = [asked({ decision: 'approved' })];
  expect([
    isApproved({ approvalNeeded: false, reviewNeeded: false, items: [] }),
    isApproved({ approvalNeeded: true, reviewNeeded: false, items }),
    isApproved({ approvalNeeded: true, reviewNeeded: true, items }),
  ]).toEqual([true, true, false]);
});
