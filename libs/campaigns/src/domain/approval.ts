export interface Approval {
  readonly id: string;
  readonly by: 'member' | 'operator';
  /** Of the content and target it is about. */
  readonly sha256: Buffer;
  /** How many persons the target had at the request. */
  readonly recipients: number;
  readonly contentVersion: number;
  /** The member; null for a program or an operator. */
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly note: string;
  readonly decision: 'approved' | 'rejected' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

interface Wanted {
  readonly sha256: Buffer;
  readonly recipients: number;
}

/** Readers come while somebody decides; so many more are still what was approved. */
const margin = (recipients: number): number => recipients + Math.max(10, recipients / 10);

export const isAboutSame = ({ sha256 }: Approval, wanted: Wanted): boolean =>
  sha256.equals(wanted.sha256);

/** Approved, and what is to leave is what was approved: the same content, and not many more readers. */
export const covers = (approval: Approval | undefined, wanted: Wanted): boolean =>
  approval?.decision === 'approved' &&
  isAboutSame(approval, wanted) &&
  wanted.recipients <= margin(approval.recipients);
