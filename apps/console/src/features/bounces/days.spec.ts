import { describe, expect, it } from '@jest/globals';
import { everyDay } from './days.js';

describe('days of a chart', () => {
  it('have no gap, over the end of a month too', () => {
    expect(everyDay([{ day: '2026-03-01', failed: 2 }], '2026-02-27', '2026-03-02')).toEqual([
      { day: '2026-02-27', failed: 0 },
      { day: '2026-02-28', failed: 0 },
      { day: '2026-03-01', failed: 2 },
      { day: '2026-03-02', failed: 0 },
    ]);
  });
});
