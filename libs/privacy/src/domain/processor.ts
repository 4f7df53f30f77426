import type { DataClass } from '#lib/kernel';

/** Who processes personal data for the provider. @clause P2 委託先, P4-7, 個人情報保護法25条 */
export interface Processor {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  /** Where the data is, ISO 3166-1: `JP` */
  readonly country: string;
  readonly classes: readonly DataClass[];
  /** What keeps the data safe there. */
  readonly safeguards: string;
  /** On what terms others may be given the work. */
  readonly redelegation: string;
  /** Days as `2026-04-01`. */
  readonly since: string;
  readonly until: string | null;
  readonly auditedOn: string | null;
}
