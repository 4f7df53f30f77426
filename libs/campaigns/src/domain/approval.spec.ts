import { describe, expect, it } from '@jest/globals';
import { covers } from './approval.js';
import type { Approval } from './approval.js';

const approved: Approval = {
  id: 'a',
  by: 'member',
  sha256: Buffer.from('a'),
  recipients: 1000,
  contentVersion: 1,
  requestedBy: 'x',
  requestedAt: new Date(0),
  note: '',
  decision: 'approved',
  decidedBy: 'y',
  decidedAt: new Date(1),
  reason: null,
};

describe('an approval', () => {
  it.each<[string, Partial<Approval>, string, number, boolean]>([
    ['of the same', {}, 'a', 1000, true],
    ['of fewer readers', {}, 'a', 10, true],
    ['of a tenth more readers', {}, 'a', 1100, true],
    ['of more than that', {}, 'a', 1101, false],
    ['of ten more where they are few', { recipients: 5 }, 'a', 15, true],
    ['of eleven more where they are few', { recipients: 5 }, 'a', 16, false],
    ['of another content', {}, 'b', 1000, false],
    ['that waits', { decision: null }, 'a', 1000, false],
    ['that was refused', { decision: 'rejected' }, 'a', 1000, false],
  ])('%s covers what is to leave: %j %s %d %s', (_, changes, content, recipients, expected) => {
    const wanted = { sha256: Buffer.from(content), recipients };
    expect(covers({ ...approved, ...changes }, wanted)).toBe(expected);
  });
});
