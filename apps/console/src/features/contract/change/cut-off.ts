import { monthPlus } from '../months.js';

/** A wish for a month must have arrived before this instant: the end of the 10th before it, in Japan. @clause W11.1 */
export const closesAt = (month: string): string => `${monthPlus(month, -1)}-11T00:00:00+09:00`;
