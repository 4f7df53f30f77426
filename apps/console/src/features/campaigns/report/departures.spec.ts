import { describe, expect, it } from '@jest/globals';
import { departuresByHour } from './departures.js';

const [nine, ten, noon] = ['09', '10', '12'].map((hour) => `2026-04-01T${hour}:00:00.000Z`);

describe('departures by hour', () => {
  it('puts who left and what came back into one row of hours', () => {
    const leaves = [
      { at: ten ?? '', people: 2 },
      { at: noon ?? '', people: 1 },
    ];
    const bounces = [
      { at: nine ?? '', failed: 3, complained: 0 },
      { at: ten ?? '', failed: 0, complained: 1 },
    ];
    expect(departuresByHour(leaves, bounces)).toEqual([
      { at: nine, left: 0, failed: 3, complained: 0 },
      { at: ten, left: 2, failed: 0, complained: 1 },
      { at: noon, left: 1, failed: 0, complained: 0 },
    ]);
  });

  it('is empty where nothing happened', () => {
    expect(departuresByHour([], [])).toEqual([]);
  });
});
