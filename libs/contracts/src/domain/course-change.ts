import { PlainDate, YearMonth, jstDate } from '#lib/kernel';
import type { Texts, Yen } from '#lib/kernel';

/** A wish to change the course or its options from a month on. */
export interface CourseChange {
  readonly desired: YearMonth;
  readonly arrivedAt: Date;
  /** What the tenant owes and is due. @clause W11.2 */
  readonly balance: Yen;
  readonly serviceStartDate: PlainDate;
  /** The last day of service where it is fixed. */
  readonly endDate: PlainDate | null;
}

type CourseChangeRefusal = 'unpaid' | 'before-service-start' | 'after-end';

export type CourseChangeAnswer =
  | {
      /** 00:00 of the first day of this month. @clause W11.3 */
      readonly from: YearMonth;
      /** False where the wish came too late for the desired month. */
      readonly asDesired: boolean;
    }
  | { readonly refused: CourseChangeRefusal };

/** The day of a month up to which changes for the next one are taken, holiday or not. @clause W11.1 */
const cutOffDay = 10;

/** The first month that a wish which arrives then can still change. @clause W11.1 */
const earliestCourseChange = (arrivedAt: Date): YearMonth => {
  const day = jstDate(arrivedAt);
  return day.toPlainYearMonth().add({ months: day.day <= cutOffDay ? 1 : 2 });
};

/**
 * What the operator may answer to a wish; whether to accept, decline or postpone it stays his decision.
 * @clause W11.1, W11.2, W11.4
 */
export const courseChange = (wish: CourseChange): CourseChangeAnswer => {
  if (PlainDate.compare(jstDate(wish.arrivedAt), wish.serviceStartDate) < 0)
    return { refused: 'before-service-start' };
  if (wish.balance > 0) return { refused: 'unpaid' };
  const earliest = earliestCourseChange(wish.arrivedAt);
  const asDesired = YearMonth.compare(wish.desired, earliest) >= 0;
  const from = asDesired ? wish.desired : earliest;
  const lastMonth = wish.endDate?.toPlainYearMonth();
  if (lastMonth && YearMonth.compare(from, lastMonth) > 0) return { refused: 'after-end' };
  return { from, asDesired };
};

export const courseChangeRefusalTexts: Readonly<Record<CourseChangeRefusal, Texts>> = {
  unpaid: {
    ja: '未払いの料金があるため、変更を申請できません。先にお支払いください。',
    en: 'There are unpaid charges. Please settle them before asking for a change.',
  },
  'before-service-start': {
    ja: '利用開始日より前に変更を申請することはできません。',
    en: 'Changes can be asked for from the service start date on.',
  },
  'after-end': {
    ja: '契約の終了より後の変更は申請できません。',
    en: 'The contract ends before the change could take effect.',
  },
};
