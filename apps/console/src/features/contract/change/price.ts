import type { Schema } from '../../../api/client.js';

type Table = Schema<'PublicPricesView'>['items'][number];
type Course = Table['courses'][number];

/** What a month costs by the published tables. */
interface MonthPrice {
  readonly tiers: Course['tiers'];
  /** Of the chosen options, those that cost something. */
  readonly options: Course['options'];
}

/**
 * Undefined where no table in force in the month names the course.
 * @param tables the latest first
 */
export const priceIn = (
  tables: readonly Table[],
  month: string,
  choice: { readonly course: string; readonly options: readonly string[] },
): MonthPrice | undefined => {
  const table = tables.find(({ effectiveFrom }) => effectiveFrom <= month);
  const course = table?.courses.find(({ courseCode }) => courseCode === choice.course);
  return (
    course && {
      tiers: course.tiers,
      options: course.options.filter(
        ({ optionCode, yen }) => yen > 0 && choice.options.includes(optionCode),
      ),
    }
  );
};
