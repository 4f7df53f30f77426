import { describe, expect, it } from '@jest/globals';
import { priceChanges, tableBefore } from './price-changes.js';
import { coursePrice, typedCourse } from './typed-prices.js';

const standard = {
  courseCode: 'STANDARD',
  setupFeeYen: 10_000,
  tiers: [
    { upTo: 1000, monthlyFeeYen: 5000 },
    { upTo: null, monthlyFeeYen: 14_800 },
  ],
  options: [{ optionCode: 'OWN-DOMAIN', monthlyFeeYen: 1995 }],
};
const tier = (upTo: number | null): object => ({ kind: 'tier', upTo });

describe('what a new price table changes', () => {
  it.each<[string, (typeof standard)[], object[]]>([
    ['is nothing for a copy', [standard], []],
    [
      'is each price that differs, moved limits as one that goes and one that comes',
      [
        {
          ...standard,
          setupFeeYen: 0,
          tiers: [
            { upTo: 2000, monthlyFeeYen: 5000 },
            { upTo: null, monthlyFeeYen: 15_800 },
          ],
          options: [],
        },
      ],
      [
        { courseCode: 'STANDARD', what: { kind: 'setup' }, before: 10_000, after: 0 },
        { courseCode: 'STANDARD', what: tier(1000), before: 5000, after: null },
        { courseCode: 'STANDARD', what: tier(null), before: 14_800, after: 15_800 },
        {
          courseCode: 'STANDARD',
          what: { kind: 'option', code: 'OWN-DOMAIN' },
          before: 1995,
          after: null,
        },
        { courseCode: 'STANDARD', what: tier(2000), before: null, after: 5000 },
      ],
    ],
  ])('%s', (_, after, expected) => {
    expect(priceChanges([standard], after)).toEqual(expected);
  });

  it('counts against the table in force when it begins', () => {
    const tables = [
      { effectiveFrom: '2026-10', state: 'draft' },
      { effectiveFrom: '2026-07', state: 'published' },
      { effectiveFrom: '2026-04', state: 'published' },
    ] as const;
    expect(
      ['2026-12', '2026-07', '2026-04'].map((month) => tableBefore(month, tables)?.effectiveFrom),
    ).toEqual(['2026-07', '2026-04', undefined]);
  });

  it('is typed and read back as it was', () => {
    expect(coursePrice(typedCourse(standard))).toEqual(standard);
  });
});
