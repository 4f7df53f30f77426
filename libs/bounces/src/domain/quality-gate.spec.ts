import { describe, expect, it } from '@jest/globals';
import { isTooBad } from './quality-gate.js';

const thresholds = { afterMails: 200, bounceRate: 0.1, complaintRate: 0.003 };

describe('the gate', () => {
  it.each([
    ['is open while few have left', 199, 199, 199, false],
    ['is open at 19 bounces of 200', 200, 19, 0, false],
    ['closes at 20 bounces of 200', 200, 20, 0, true],
    ['closes at one complaint of 200', 200, 0, 1, true],
    ['is open at 2 complaints of 1,000', 1_000, 0, 2, false],
    ['closes at 3 complaints of 1,000', 1_000, 0, 3, true],
    ['is open for a good list', 100_000, 9_999, 299, false],
  ])('%s', (_, sent, bounced, complained, expected) => {
    expect(isTooBad({ sent, bounced, complained }, thresholds)).toBe(expected);
  });

  it('closes at exactly the threshold, whatever the course has set, and never for nothing', () => {
    const wrong: unknown[] = [];
    for (let perThousand = 0; perThousand <= 1000; perThousand++)
      for (let sent = 200; sent <= 2_000; sent += 50) {
        const least = Math.max(1, Math.ceil((sent * perThousand) / 1000));
        const closes = (bounced: number): boolean =>
          isTooBad(
            { sent, bounced, complained: 0 },
            { ...thresholds, bounceRate: perThousand / 1000 },
          );
        if (closes(least - 1) || !closes(least)) wrong.push({ perThousand, sent, least });
      }
    expect(wrong).toEqual([]);
  });
});
