import { Choice, Instant, Nested, NestedList, Text, Uuid, Whole } from '#platform/http';
import type { BounceCharge } from '../store/bounce-charges.store.js';
import { proposalStates } from '../store/decided-by-two.js';
import type { DecidedByTwo } from '../store/decided-by-two.js';
import type { RefundFileRecord } from '../store/refund-files.store.js';
import { refundStates } from '../store/refunds.store.js';
import type { Refund } from '../store/refunds.store.js';
import type { WriteOff } from '../store/write-offs.store.js';
import { HolderAccountDto } from './bank-account.dto.js';
import { FileContentDto } from './file-content.dto.js';

export class ProposeRefundDto {
  @Whole({ min: 1, max: 9_999_999_999, about: 'At most the tenant’s credit' }) amountYen!: number;
  @Text({ max: 500 }) reason!: string;
  @Nested(() => HolderAccountDto, {
    optional: true,
    about: 'Where to; the account of the active mandate when absent',
  })
  account?: HolderAccountDto;
}

export class ProposeChargeDto {
  @Whole({ min: 1, max: 9_999_999_999 }) amountYen!: number;
  @Text({ max: 4000, multiline: true, about: 'What shows the intention; never an address' })
  evidence!: string;
  @Nested(() => FileContentDto, { optional: true, about: 'PDF, JPEG or PNG that shows it' })
  file?: FileContentDto;
}

export class ProposeWriteOffDto {
  @Uuid() invoiceId!: string;
  @Text({ max: 500 }) reason!: string;
}

export class DecisionDto {
  @Text({ max: 500, optional: true }) note?: string;
}

export class RefundsQuery {
  @Choice(refundStates, { optional: true }) state?: Refund['state'];
}

export class ChargesQuery {
  @Choice(proposalStates, { optional: true }) state?: BounceCharge['state'];
}

export class WriteOffsQuery {
  @Choice(proposalStates, { optional: true }) state?: WriteOff['state'];
}

export class OrderRefundsDto {
  @Uuid() bankProfileId!: string;
  @Text({ max: 10, about: 'Day on which the bank pays', example: '2026-08-03' }) payOn!: string;
}

class DecidedView {
  @Uuid() id!: string;
  @Uuid() tenantId!: string;
  @Whole() amountYen!: number;
  @Instant() proposedAt!: string;
  @Uuid() proposedBy!: string;
  @Instant({ nullable: true }) decidedAt!: string | null;
  @Uuid({ nullable: true }) decidedBy!: string | null;
  @Text({ nullable: true }) note!: string | null;
}

export class RefundView extends DecidedView {
  @Choice(refundStates) state!: string;
  @Text() reason!: string;
  @Text({ about: 'Masked' }) account!: string;
}

export class BounceChargeView extends DecidedView {
  @Choice(proposalStates) state!: string;
  @Text({ multiline: true }) evidence!: string;
  @Text({ nullable: true, about: 'Of the file that shows it' }) fileName!: string | null;
}

export class WriteOffView extends DecidedView {
  @Choice(proposalStates) state!: string;
  @Uuid() invoiceId!: string;
  @Text() reason!: string;
}

export class WriteOffListView {
  @NestedList(() => WriteOffView) items!: WriteOffView[];
}

export class RefundListView {
  @NestedList(() => RefundView) items!: RefundView[];
}

export class BounceChargeListView {
  @NestedList(() => BounceChargeView) items!: BounceChargeView[];
}

export class RefundFileView {
  @Uuid() id!: string;
  @Text() payOn!: string;
  @Instant() madeAt!: string;
  @Uuid({ nullable: true }) madeBy!: string | null;
  @Text() sha256!: string;
  @Whole() count!: number;
  @Whole() totalYen!: number;
}

export class RefundFileListView {
  @NestedList(() => RefundFileView) items!: RefundFileView[];
}

const decided = (it: DecidedByTwo<Refund['state']>) => ({
  id: it.id,
  tenantId: it.tenantId,
  amountYen: it.amount,
  proposedAt: it.proposedAt.toISOString(),
  proposedBy: it.proposedBy,
  decidedAt: it.decidedAt?.toISOString() ?? null,
  decidedBy: it.decidedBy,
  note: it.note,
});

export const refundView = (refund: Refund): RefundView => ({
  ...decided(refund),
  state: refund.state,
  reason: refund.reason,
  account: refund.maskedAccount,
});

export const bounceChargeView = (charge: BounceCharge): BounceChargeView => ({
  ...decided(charge),
  state: charge.state,
  evidence: charge.evidence,
  fileName: charge.fileName,
});

export const writeOffView = (writeOff: WriteOff): WriteOffView => ({
  ...decided(writeOff),
  state: writeOff.state,
  invoiceId: writeOff.invoiceId,
  reason: writeOff.reason,
});

export const refundFileView = ({ madeAt, total, ...file }: RefundFileRecord): RefundFileView => ({
  ...file,
  madeAt: madeAt.toISOString(),
  totalYen: total,
});
