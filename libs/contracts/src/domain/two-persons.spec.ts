import { expect, it } from '@jest/globals';
import { approve } from './two-persons.js';

const now = new Date('2026-05-01T00:00Z');
const proposal = {
  action: 'terminate-now',
  subjectId: 'contract',
  subjectVersion: 3,
  proposedBy: 'hanako',
  proposedAt: now,
  approval: null,
};

it.each([
  ['taro', 3, { approvedBy: 'taro', approvedAt: now }],
  ['hanako', 3, { refused: 'same-person' }],
  ['taro', 4, { refused: 'subject-changed' }],
])('%s approves version %i', (person, version, answer) => {
  expect(approve(proposal, version, person, now)).toEqual(answer);
});

it('once is enough', () => {
  const approved = { ...proposal, approval: { approvedBy: 'taro', approvedAt: now } };
  expect(approve(approved, 3, 'jiro', now)).toEqual({ refused: 'already-approved' });
});
