import { describe, expect, it } from '@jest/globals';
import { refusalReason } from './refusal-reason.js';

describe('refusalReason', () => {
  it.each([
    ['recipient', '5.1.1', 550, 'unknown-recipient'],
    ['recipient', null, 550, 'unknown-recipient'],
    ['recipient', '5.1.2', 550, 'bad-domain'],
    ['recipient', '5.2.1', 550, 'mailbox-inactive'],
    ['mailbox', '5.2.2', 552, 'mailbox-full'],
    ['mailbox', null, 552, 'mailbox-full'],
    ['sender', '5.7.1', 550, 'policy'],
    ['sender', '5.7.26', 550, 'authentication'],
    ['sender', null, 554, 'policy'],
    ['sender', '5.1.1', 550, 'policy'],
    ['sender', '5.3.4', 552, 'too-large'],
    ['unsendable', null, null, 'content'],
    ['relay', '5.3.0', 554, 'system'],
    ['relay', null, 554, 'policy'],
    ['relay', null, 550, 'other'],
    ['expired', '4.4.1', 421, 'expired'],
    ['expired', null, null, 'expired'],
    ['expired', '4.7.1', 421, 'policy'],
    ['connection-lost', null, null, 'unreachable'],
    [null, null, null, 'other'],
  ] as const)('%s %s %s: %s', (fault, status, code, reason) => {
    expect(refusalReason(fault, status, code)).toBe(reason);
  });
});
