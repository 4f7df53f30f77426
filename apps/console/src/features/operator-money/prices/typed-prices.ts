import type { Schema } from '../../../api/client.js';

type CoursePrice = Schema<'CoursePriceDto'>;

/** A course's prices as they are typed; an empty limit is none. */
export interface TypedCourse {
  readonly courseCode: string;
  readonly setupFee: string;
  readonly tiers: readonly { readonly upTo: string; readonly fee: string }[];
  readonly options: readonly { readonly code: string; readonly fee: string }[];
}

export const emptyCourse = (courseCode: string): TypedCourse => ({
  courseCode,
  setupFee: '',
  tiers: [{ upTo: '', fee: '' }],
  options: [],
});

export const typedCourse = ({
  courseCode,
  setupFeeYen,
  tiers,
  options,
}: CoursePrice): TypedCourse => ({
  courseCode,
  setupFee: String(setupFeeYen),
  tiers: tiers.map(({ upTo, monthlyFeeYen }) => ({
    upTo: upTo === null ? '' : String(upTo),
    fee: String(monthlyFeeYen),
  })),
  options: options.map(({ optionCode, monthlyFeeYen }) => ({
    code: optionCode,
    fee: String(monthlyFeeYen),
  })),
});

export const coursePrice = ({
  courseCode,
  setupFee,
  tiers,
  options,
}: TypedCourse): CoursePrice => ({
  courseCode,
  setupFeeYen: Number(setupFee),
  tiers: tiers.map(({ upTo, fee }) => ({
    upTo: upTo === '' ? null : Number(upTo),
    monthlyFeeYen: Number(fee),
  })),
  options: options.map(({ code, fee }) => ({ optionCode: code, monthlyFeeYen: Number(fee) })),
});
