import type { BillTo } from './contract.js';
import type { TermRules } from './term-rules.js';
import type { rejectionReasonTexts } from './termination.js';

export const applicationChannels = ['web', 'paper', 'partner'] as const;
/** How the form came: typed in by the applicant, by post, or through a partner's hands. @clause W4.1 */
export type ApplicationChannel = (typeof applicationChannels)[number];

export const applicationStates = ['received', 'accepted', 'rejected', 'withdrawn'] as const;
export type ApplicationState = (typeof applicationStates)[number];

export type RejectionReason = keyof typeof rejectionReasonTexts;

/** 申込者: who will be the tenant. @clause W1.1, W4.1 */
export interface Applicant {
  readonly kind: 'individual' | 'corporation';
  readonly name: string;
  readonly nameKana: string;
  readonly postalAddress: string;
  readonly phone: string;
  readonly contactPerson: string;
  /** Null where the form names none: then letters are written. */
  readonly pcEmail: string | null;
  /** Of a mobile phone; no notices go there. */
  readonly mobileEmail: string | null;
}

/** 本サービス申込書, as it was filled in. */
export interface ApplicationForm {
  readonly applicant: Applicant;
  readonly courseCode: string;
  readonly optionCodes: readonly string[];
  readonly offerCode: string | null;
  /** What was agreed on the form itself; stronger than offer and course. @clause W5.4 */
  readonly formRules: Partial<TermRules>;
  /** The terms that were in force and accepted, and the hash of their text. @clause W4.2 */
  readonly termsVersion: string;
  readonly termsHash: string;
}

/** Where the applicant's invoices and letters go until he says otherwise. */
export const billToOf = (applicant: Applicant): BillTo => ({
  kind: applicant.kind,
  name: applicant.name,
  nameKana: applicant.nameKana,
  postalAddress: applicant.postalAddress,
  contactPerson: applicant.contactPerson,
  email: applicant.pcEmail,
});
