import { describe, expect, it } from '@jest/globals';
import { countReceived } from './count-received.js';

const received =
  'Received: from a by b; Wed, 1 Apr 2026 09:00:00 +0900\r\n\tfolded Received: here\r\n';

describe('countReceived', () => {
  it.each([
    ['none', 'From: a@example.jp\r\n\r\nHello', 0],
    ['an empty message', '', 0],
    ['each hand once, folded lines not', received.repeat(3) + '\r\nHello', 3],
    ['odd spelling', 'RECEIVED : x\r\nreceived: y\r\n\r\n', 2],
    ['those of the text not', `${received}\r\n${received.repeat(40)}`, 1],
    ['bare line feeds', 'Received: x\nReceived: y\n\nReceived: z\n', 2],
  ])('%s', (_, text, count) => {
    expect(countReceived(new TextEncoder().encode(text))).toBe(count);
  });
});
