import { Choice, Flag, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import type { ReadApproval } from '../use-cases/read-approvals.js';
import type { OpenApproval, OpenReview } from '../store/approvals.store.js';

export class RequestApprovalDto {
  @Choice(['member', 'operator'], {
    optional: true,
    about: 'A second member, or the provider for mails about elections',
  })
  by?: 'member' | 'operator';

  @Text({ optional: true, min: 0, max: 500, multiline: true })
  note?: string;
}

export class DecideApprovalDto {
  @Choice(['approved', 'rejected'])
  decision!: 'approved' | 'rejected';

  @Text({ optional: true, min: 0, max: 500, multiline: true })
  reason?: string;
}

export class ApprovalView {
  @Uuid()
  id!: string;

  @Choice(['member', 'operator'])
  by!: string;

  @Whole()
  recipients!: number;

  @Whole({ about: 'Number of the frozen content' })
  contentVersion!: number;

  @Text({
    min: 64,
    max: 64,
    about: 'SHA-256 of the frozen content and target, to which the yes is bound',
  })
  contentHash!: string;

  @Uuid({ nullable: true })
  requestedBy!: string | null;

  @Instant()
  requestedAt!: string;

  @Text({ min: 0, max: 500 })
  note!: string;

  @Choice(['approved', 'rejected'], { nullable: true })
  decision!: string | null;

  @Uuid({ nullable: true, about: 'The member; operators stay nameless' })
  decidedBy!: string | null;

  @Instant({ nullable: true })
  decidedAt!: string | null;

  @Text({ nullable: true, max: 500 })
  reason!: string | null;

  @Flag({ about: 'The content changed since' })
  outdated!: boolean;
}

export class ApprovalsView {
  @Flag()
  approvalNeeded!: boolean;

  @Flag({ about: 'By the provider, because it is about an election' })
  reviewNeeded!: boolean;

  @NestedList(() => ApprovalView)
  items!: readonly ApprovalView[];
}

export class OpenApprovalView {
  @Uuid()
  campaignId!: string;

  @Text({ min: 0 })
  subject!: string;

  @Whole()
  recipients!: number;

  @Uuid({ nullable: true, about: 'The member; null for a program' })
  requestedBy!: string | null;

  @Instant()
  requestedAt!: string;

  @Text({ min: 0, max: 500 })
  note!: string;
}

export class OpenApprovalsView {
  @NestedList(() => OpenApprovalView, { max: 100 })
  items!: readonly OpenApprovalView[];
}

export class OpenReviewView {
  @Uuid()
  tenantId!: string;

  @Uuid()
  campaignId!: string;

  @Whole()
  recipients!: number;

  @Instant()
  requestedAt!: string;

  @Text({ min: 0, max: 500 })
  note!: string;
}

export class OpenReviewsView {
  @NestedList(() => OpenReviewView, { max: 200 })
  items!: readonly OpenReviewView[];
}

export class ReviewedContentView {
  @Text({ min: 0 })
  subject!: string;

  @Text({ min: 0 })
  senderName!: string;

  @Text({ min: 0, multiline: true })
  text!: string;

  @Text({ nullable: true, multiline: true })
  html!: string | null;
}

export const approvalView = (approval: ReadApproval): ApprovalView => ({
  id: approval.id,
  by: approval.by,
  recipients: approval.recipients,
  contentVersion: approval.contentVersion,
  contentHash: approval.sha256.toString('hex'),
  requestedBy: approval.requestedBy,
  requestedAt: approval.requestedAt.toISOString(),
  note: approval.note,
  decision: approval.decision,
  decidedBy: approval.by === 'member' ? approval.decidedBy : null,
  decidedAt: approval.decidedAt?.toISOString() ?? null,
  reason: approval.reason,
  outdated: approval.outdated,
});

export const openApprovalView = (open: OpenApproval): OpenApprovalView => ({
  ...open,
  requestedAt: open.requestedAt.toISOString(),
});

export const openReviewView = (review: OpenReview): OpenReviewView => ({
  tenantId: review.tenantId,
  campaignId: review.campaignId,
  recipients: review.recipients,
  requestedAt: review.requestedAt.toISOString(),
  note: review.note,
});
