import { describe, expect, it } from '@jest/globals';
import type { Handover } from './outcome.js';
import { afterMail, isBlocked, noTrouble, refusalsToBlock } from './sender-trouble.js';

const reply = (response: string): Handover => ({
  kind: 'replied',
  code: Number(response.slice(0, 3)),
  response,
});

const after = (...responses: string[]): ReturnType<typeof afterMail> =>
  responses.map(reply).reduce(afterMail, noTrouble);

describe('refusals that blame the sender', () => {
  it('block after fifty in a row', () => {
    const row = Array.from({ length: refusalsToBlock }, () => '550 5.7.1 blocked');
    expect(after(...row)).toEqual({ refusals: 50, reason: '5.7.1' });
    expect([isBlocked(after(...row)), isBlocked(after(...row.slice(1)))]).toEqual([true, false]);
  });

  it.each([
    [['550 5.7.1 blocked', '250 2.0.0 Ok'], 0],
    [['550 5.7.1 blocked', '550 5.1.1 who?', '451 4.7.1 later'], 1],
    [['554 your IP is on a blocklist', '550 5.7.26 unauthenticated'], 2],
    [['550 5.1.1 who?'], 0],
  ])('after %j there are %i', (responses, expected) => {
    expect(after(...responses).refusals).toBe(expected);
  });
});
