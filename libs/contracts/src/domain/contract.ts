import type { PlainDate, YearMonth } from '#lib/kernel';
import type { ContractStage } from './contract-stage.js';
import type { TerminationReason } from './termination.js';
import type { ResolvedRules } from './term-rules.js';

/** To whom invoices and letters go. @clause W16, W22.3 */
export interface BillTo {
  /** 様 or 御中. */
  readonly kind: 'individual' | 'corporation';
  readonly name: string;
  /** Half-width or full-width kana, for matching transfers. */
  readonly nameKana: string;
  readonly postalAddress: string;
  readonly contactPerson: string;
  /** The PC address; null means letters. @clause W4.1 */
  readonly email: string | null;
}

/** Why service ended or will end. */
export type EndReason = 'tenant-notice' | 'operator-notice' | TerminationReason;

/** A contract as it stands. */
export interface Contract {
  readonly id: string;
  readonly version: number;
  readonly stage: ContractStage;
  readonly applicationId: string | null;
  readonly appliedAt: Date;
  readonly serviceStartDate: PlainDate | null;
  readonly rules: ResolvedRules;
  readonly billTo: BillTo;
  readonly termsVersion: string | null;
  readonly formArrivedAt: Date | null;
  readonly initialPaidAt: Date | null;
  readonly provisionedAt: Date | null;
  readonly startNotifiedAt: Date | null;
  /** The last day of service, once fixed. */
  readonly endDate: PlainDate | null;
  readonly endReason: EndReason | null;
  readonly endedAt: Date | null;
  readonly eraseServiceDataBy: PlainDate | null;
  readonly erasePersonalDataFrom: PlainDate | null;
}

/** A course from the first of a month on, until the next one. */
export interface CourseInForce {
  readonly courseCode: string;
  readonly from: YearMonth;
}

/** An option from the first of a month on; `until` is the first month without it. */
export interface OptionInForce {
  readonly optionCode: string;
  readonly from: YearMonth;
  readonly until: YearMonth | null;
}
