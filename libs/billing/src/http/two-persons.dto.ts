import { Choice, Instant, Nested, NestedList, Text, Uuid, Whole } from '#platform/http';
import { chargeStates } from '../store/bounce-charges.store.js';
import type { BounceCharge } from '../store/bounce-charges.store.js';
import type { RefundFileRecord } from '../store/refund-files.store.js';
import { refundStates } from '../store/refunds.store.js';
import type { Refund } from '../store/refunds.store.js';
import { writeOffStates } from '../store/write-offs.store.js';
import type { WriteOff } from '../store/write-offs.store.js';
import { HolderAccountDto } from './bank-account.dto.js';

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
  @Choice(chargeStates, { optional: true }) state?: BounceCharge['state'];
}

export class WriteOffsQuery {
  @Choice(writeOffStates, { optional: true }) state?: WriteOff['state'];
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
  @Choice(chargeStates) state!: string;
  @Text({ multiline: true }) evidence!: string;
}

export class WriteOffView extends DecidedView {
  @Choice(writeOffStates) state!: string;
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

export const refundView = (refund: Refund): RefundView => ({
  id: refund.id,
  tenantId: refund.tenantId,
  state: refund.state,
  amountYen: refund.amount,
  reason: refund.reason,
  account: refund.maskedAccount,
  proposedAt: refund.proposedAt.toISOString(),
  proposedBy: refund.proposedBy,
  decidedAt: refund.decidedAt?.toISOString() ?? null,
  decidedBy: refund.decidedBy,
  note: refund.note,
});

export const bounceChargeView = (charge: BounceCharge): BounceChargeView => ({
  id: charge.id,
  tenantId: charge.tenantId,
  state: charge.state,
  amountYen: charge.amount,
  evidence: charge.evidence,
  proposedAt: charge.proposedAt.toISOString(),
  proposedBy: charge.proposedBy,
  decidedAt: charge.decidedAt?.toISOString() ?? null,
  decidedBy: charge.decidedBy,
  note: charge.note,
});

export const writeOffView = (writeOff: WriteOff): WriteOffView => ({
  id: writeOff.id,
  tenantId: writeOff.tenantId,
  invoiceId: writeOff.invoiceId,
  state: writeOff.state,
  amountYen: writeOff.amount,
  reason: writeOff.reason,
  proposedAt: writeOff.proposedAt.toISOString(),
  proposedBy: writeOff.proposedBy,
  decidedAt: writeOff.decidedAt?.toISOString() ?? null,
  decidedBy: writeOff.decidedBy,
  note: writeOff.note,
});

export const refundFileView = ({ madeAt, total, ...file }: RefundFileRecord): RefundFileView => ({
  ...file,
  madeAt: madeAt.toISOString(),
  totalYen: total,
});
