import { prohibitedActs } from '#lib/kernel';
import type { ProhibitedAct } from '#lib/kernel';
import {
  Choice,
  Flag,
  Instant,
  Nested,
  NestedList,
  Text,
  Texts,
  Uuid,
  Whole,
} from '#platform/http';
import { noticeChannels } from '#lib/notices';
import { defaultCureDays } from '../domain/cure-notice.js';
import { terminationReasonTexts } from '../domain/termination.js';
import type { TerminationReason } from '../domain/termination.js';
import { proposedActions } from '../store/proposals.store.js';
import type { ProposedAction } from '../store/proposals.store.js';
import { ContractView, DetailsChangeView } from './contract.view.js';
import { Day, Month } from './dates.js';

const terminationReasons = Object.keys(terminationReasonTexts);

export class OpenContractDto {
  @Day({ about: 'Day in Japan from whose 00:00 the service is open' }) serviceStartDate!: string;
  @Text({ optional: true, max: 50, example: 'STANDARD' }) courseCode?: string;
}

export class StartNoticeDto {
  @Day({ about: 'Today or later; never changes again' }) serviceStartDate!: string;
  @Text({ optional: true, max: 254, about: 'Of the first member, if the form names no address' })
  ownerEmail?: string;
}

export class StartPreviewQuery {
  @Text({ max: 10, example: '2026-04-01' }) serviceStartDate!: string;
}

export class StartPreviewView {
  @Day({ about: 'The last day by the letter of the Civil Code' }) legalLastDay!: string;
  @Day({ about: 'Before it the contract cannot end' }) minimumTermEnd!: string;
  @Instant({ about: 'A notice for that end must arrive before' }) noticeBefore!: string;
  @Month({ about: 'The first month a fee is due for' }) firstFeeMonth!: string;
  @Choice(noticeChannels) channel!: string;
  @Texts({ about: 'What still keeps the notice back' }) missing!: string[];
}

export class ContractReasonDto {
  @Text({ max: 500, about: 'For the history; the tenant can read it' }) reason!: string;
}

export class ReceivedNoticeDto {
  @Day({ about: 'Receipt stamp; the notice counts from the beginning of that day' })
  stampedOn!: string;
  @Month({ about: '最後に利用する月', nullable: true }) lastMonthOfUse?: string | null;
  @Text({ nullable: true, max: 1000, multiline: true }) reason?: string | null;
}

export class RecordCourseChangeDto {
  @Choice(['mail', 'paper']) channel!: 'mail' | 'paper';
  @Instant({ about: 'When it arrived' }) arrivedAt!: string;
  @Month({ about: 'From the first of this month' }) desiredMonth!: string;
  @Text({ nullable: true, max: 50 }) courseCode?: string | null;
  @Texts({ optional: true, max: 50, maxLength: 50 }) addOptions?: string[];
  @Texts({ optional: true, max: 50, maxLength: 50 }) dropOptions?: string[];
}

export class AnswerCourseChangeDto {
  @Choice(['accept', 'decline', 'postpone']) answer!: 'accept' | 'decline' | 'postpone';
  @Text({ nullable: true, max: 500, about: 'Told to the tenant; needed unless accepted' })
  reason?: string | null;
  @Month({ about: 'The later month it is postponed to', nullable: true }) to?: string | null;
}

export class ProposeDto {
  @Choice(proposedActions) action!: ProposedAction;
  @Text({ max: 500, about: 'For those who decide, and for the history' }) reason!: string;
  @Choice(terminationReasons, { nullable: true, about: 'Ground of a termination' })
  terminationReason?: TerminationReason | null;
}

export class CureNoticeDto {
  @Text({ max: 2000, multiline: true, about: 'What is to be mended; told to the tenant' })
  breach!: string;
  @Texts({ optional: true, max: 24, values: prohibitedActs }) prohibitedActs?: ProhibitedAct[];
  @Whole({ optional: true, min: 1, max: 365, about: `Days; ${defaultCureDays} unless given` })
  days?: number;
}

export class ThrottleDto {
  @Whole({ max: 10_000_000 }) mailsPerHour!: number;
  @Text({ max: 500, about: 'Told to the tenant' }) reason!: string;
  @Instant({ nullable: true, about: 'Null until it is lifted' }) until?: string | null;
}

export class DecideDetailsDto {
  @Flag({ about: 'The same tenant under a new name; false for a transfer' }) approved!: boolean;
  @Text({ nullable: true, max: 500 }) reason?: string | null;
}

export class MadeView {
  @Uuid() id!: string;
}

class GateView {
  @Instant({ nullable: true }) formArrivedAt!: string | null;
  @Instant({ nullable: true }) initialPaidAt!: string | null;
  @Instant({ nullable: true }) provisionedAt!: string | null;
  @Instant({ nullable: true }) startNotifiedAt!: string | null;
}

class CureView {
  @Uuid() id!: string;
  @Text() breach!: string;
  @Texts() prohibitedActs!: string[];
  @Choice(['not-arrived', 'running', 'cured', 'failed']) state!: string;
  @Day({ about: 'Until 24:00', nullable: true }) lastDay!: string | null;
}

export class ProposalView {
  @Uuid() id!: string;
  @Choice(proposedActions) action!: string;
  @Choice(['open', 'approved', 'declined']) state!: string;
  @Text() reason!: string;
  @Text({ nullable: true }) terminationReason!: string | null;
  @Uuid({ nullable: true, about: 'Null for the platform itself' }) proposedBy!: string | null;
  @Instant() proposedAt!: string;
}

class NewDetailView {
  @Text({ about: 'As in the notice of change' }) field!: string;
  @Text({ nullable: true, about: 'What it is to be; null for no longer any' }) value!:
    string | null;
}

export class OperatorDetailsChangeView extends DetailsChangeView {
  @NestedList(() => NewDetailView, { about: 'What the operator compares with what is in force' })
  to!: NewDetailView[];
}

export class OperatorContractView extends ContractView {
  @NestedList(() => OperatorDetailsChangeView)
  override detailsChanges!: OperatorDetailsChangeView[];
  @Uuid({ nullable: true }) applicationId!: string | null;
  @Nested(() => GateView) startGate!: GateView;
  @NestedList(() => CureView) cures!: CureView[];
  @NestedList(() => ProposalView) proposals!: ProposalView[];
  @Texts({ about: 'What the state of the contract allows now' }) moves!: string[];
}
