import type { Schema } from '../../../../api/client.js';

export type Approval = Schema<'ApprovalView'>;

/** Where a request stands for one member: `to-decide` is another's request, `waiting` the own one. */
export interface ApprovalStand {
  readonly state: 'none' | 'outdated' | 'waiting' | 'to-decide' | 'approved' | 'rejected';
  readonly approval: Approval | undefined;
}

/** The newest request of a kind counts. @param items newest first */
export const standOf = (
  items: readonly Approval[],
  by: Approval['by'],
  memberId: string,
): ApprovalStand => {
  const approval = items.find((item) => item.by === by);
  if (!approval) return { state: 'none', approval };
  if (approval.outdated) return { state: 'outdated', approval };
  if (approval.decision) return { state: approval.decision, approval };
  const own = by === 'operator' || approval.requestedBy === memberId;
  return { state: own ? 'waiting' : 'to-decide', approval };
};

/** Whether everybody who has to has approved it as it is now. */
export const isApproved = ({
  approvalNeeded,
  reviewNeeded,
  items,
}: Schema<'ApprovalsView'>): boolean =>
  (!approvalNeeded || standOf(items, 'member', '').state === 'approved') &&
  (!reviewNeeded || standOf(items, 'operator', '').state === 'approved');
