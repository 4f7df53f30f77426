import { expect, it } from '@jest/globals';
import { isRefusal } from './is-refusal.js';

it.each([
  ['no such mailbox', { responseCode: 550, command: 'RCPT TO' }, true],
  ['content refused', { responseCode: 554, command: 'DATA' }, true],
  ['mailbox busy', { responseCode: 450, command: 'RCPT TO' }, false],
  ['sign-in wanted', { responseCode: 530, command: 'RCPT TO' }, false],
  ['sender refused', { responseCode: 550, command: 'MAIL FROM' }, false],
  ['no service here', { responseCode: 554, command: 'CONN' }, false],
  ['nobody answers', { code: 'ECONNECTION', command: 'CONN' }, false],
])('%s', (_, details, refusal) => {
  expect(isRefusal(Object.assign(new Error('x'), details))).toBe(refusal);
});

it('is not what no relay said', () => {
  expect(isRefusal({ responseCode: 550, command: 'RCPT TO' })).toBe(false);
});
