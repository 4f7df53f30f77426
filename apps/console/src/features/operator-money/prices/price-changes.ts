import type { Schema } from '../../../api/client.js';

type CoursePrice = Schema<'CoursePriceDto'>;

/** One price that is not what it was; null where there was or will be none. */
export interface PriceChange {
  readonly courseCode: string;
  readonly what:
    | { readonly kind: 'setup' }
    | { readonly kind: 'tier'; readonly upTo: number | null }
    | { readonly kind: 'option'; readonly code: string };
  readonly before: number | null;
  readonly after: number | null;
}

/** What a tenant would pay otherwise, course by course, in the order of the new table. */
export const priceChanges = (
  before: readonly CoursePrice[],
  after: readonly CoursePrice[],
): PriceChange[] => {
  const codes = [...new Set([...after, ...before].map(({ courseCode }) => courseCode))];
  return codes.flatMap((courseCode) => {
    const of = (table: readonly CoursePrice[]): Map<string, Priced> =>
      pricesOf(table.find((course) => course.courseCode === courseCode));
    const [old, next] = [of(before), of(after)];
    return [...new Map([...old, ...next]).entries()].flatMap(([key, { what }]) => {
      const change = {
        before: old.get(key)?.yen ?? null,
        after: next.get(key)?.yen ?? null,
      };
      return change.before === change.after ? [] : [{ courseCode, what, ...change }];
    });
  });
};

interface Priced {
  readonly what: PriceChange['what'];
  readonly yen: number;
}

const pricesOf = (course: CoursePrice | undefined): Map<string, Priced> => {
  if (!course) return new Map();
  return new Map<string, Priced>([
    ['setup', { what: { kind: 'setup' }, yen: course.setupFeeYen }],
    ...course.tiers.map(({ upTo, monthlyFeeYen }): [string, Priced] => [
      `tier ${upTo}`,
      { what: { kind: 'tier', upTo }, yen: monthlyFeeYen },
    ]),
    ...course.options.map(({ optionCode, monthlyFeeYen }): [string, Priced] => [
      `option ${optionCode}`,
      { what: { kind: 'option', code: optionCode }, yen: monthlyFeeYen },
    ]),
  ]);
};

/** The published table that is in force in the month before another one begins; undefined before the first. */
export const tableBefore = <T extends Pick<Schema<'PricesView'>, 'effectiveFrom' | 'state'>>(
  effectiveFrom: string,
  tables: readonly T[],
): T | undefined =>
  tables
    .filter((table) => table.state === 'published' && table.effectiveFrom < effectiveFrom)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
