/** What one person proposes and only another may bring into force. */
export interface Proposal<Action extends string = string> {
  readonly action: Action;
  readonly subjectId: string;
  /** What the subject was when it was proposed: a subject that changed since must be proposed anew. */
  readonly subjectVersion: number;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}

export interface Approval {
  readonly approvedBy: string;
  readonly approvedAt: Date;
}

export type ApprovalRefusal = 'same-person' | 'subject-changed' | 'already-approved';

/** A second person's yes to a proposal. @clause W14.1 */
export const approve = (
  proposal: Proposal & { readonly approval: Approval | null },
  subjectVersion: number,
  approvedBy: string,
  now: Date,
): Approval | { readonly refused: ApprovalRefusal } => {
  if (proposal.approval) return { refused: 'already-approved' };
  if (proposal.proposedBy === approvedBy) return { refused: 'same-person' };
  if (proposal.subjectVersion !== subjectVersion) return { refused: 'subject-changed' };
  return { approvedBy, approvedAt: now };
};
