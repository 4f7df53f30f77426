import type { TenantId } from '#lib/kernel';
import type { DetectorName } from './detector.js';
import type { Evidence } from './signs.js';

/** Something that looks like a prohibited act, for people to judge. */
export interface Sign {
  readonly detector: DetectorName;
  readonly tenantId: TenantId;
  /** Null when it is about the tenant as a whole. */
  readonly campaignId: string | null;
  readonly evidence: Evidence;
}
