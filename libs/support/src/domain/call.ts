import type { PlainDate } from '#lib/kernel';

/** What a recorded call may be used for, and nothing else. @clause D1 §6-2 */
export const callPurposes = ['ANSWER', 'QUALITY', 'SMOOTH_SUPPORT'] as const;

/** Months that calls and their recordings are kept. @clause §3.7 class B */
export const callRetentionMonths = 6;

/** A telephone call with somebody; personal data with its recording. @clause D1 §6-2 */
export interface Call {
  readonly id: string;
  readonly tenantId: string | null;
  readonly direction: 'in' | 'out';
  readonly at: Date;
  readonly minutes: number;
  readonly person: string;
  readonly phone: string | null;
  readonly summary: string;
  /** Where the recording is found; null when none was made. */
  readonly recording: string | null;
  readonly inquiryId: string | null;
  readonly operatorId: string;
  /** The last day it is kept. */
  readonly keepUntil: PlainDate;
}
