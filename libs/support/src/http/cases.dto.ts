import { prohibitedActs } from '#lib/kernel';
import type { ProhibitedAct } from '#lib/kernel';
import {
  AnyObject,
  Choice,
  Flag,
  Instant,
  ListQuery,
  NestedList,
  Text,
  Uuid,
  Whole,
} from '#platform/http';
import type { PageOf } from '#platform/http';
import { callPurposes } from '../domain/call.js';
import type { Call } from '../domain/call.js';
import { outcomes } from '../domain/prohibited-acts.js';
import type { AbuseCase, Outcome } from '../domain/prohibited-acts.js';
import type { CaseFile } from '../use-cases/show-case.js';

export class CaseQuery extends ListQuery {
  @Choice(['open', 'all'], { optional: true, about: 'open by default' })
  state?: 'open' | 'all';
}

export class OpenCaseDto {
  @Uuid() tenantId!: string;
  @Choice(prohibitedActs) code!: ProhibitedAct;
  @Text({ max: 5_000, multiline: true, about: 'What was seen, and the evidence' }) summary!: string;
  @Uuid({ nullable: true, about: 'The report it began with' }) inquiryId!: string | null;
}

export class DecideCaseDto {
  @Choice(outcomes) outcome!: Outcome;
  @Text({ max: 5_000, multiline: true, about: 'A warned tenant reads it' }) reason!: string;
}

export class CreatedView {
  @Uuid() id!: string;
}

export class CaseView extends OpenCaseDto {
  @Uuid() id!: string;
  @Uuid({ nullable: true, about: 'The campaign it is about' }) campaignId!: string | null;
  @Text({ nullable: true, about: 'The detector that proposed it' }) detector!: string | null;
  @AnyObject({ nullable: true, about: 'The figures that the detector saw' }) evidence!:
    object | null;
  @Instant() openedAt!: string;
  @Choice(outcomes, { nullable: true }) outcome!: string | null;
  @Text({ nullable: true, max: 5_000, multiline: true }) reason!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
}

export class CasesView {
  @NestedList(() => CaseView) items!: CaseView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export class CaseFileView extends CaseView {
  @Text({ nullable: true, about: 'The operator; null for a detector' }) openedBy!: string | null;
  @Text({ nullable: true, about: 'The operator' }) decidedBy!: string | null;
  @NestedList(() => CaseView, { about: 'Other cases of the same tenant, the newest first' })
  others!: CaseView[];
}

export class CallDto {
  @Uuid({ nullable: true }) tenantId!: string | null;
  @Choice(['in', 'out']) direction!: 'in' | 'out';
  @Instant() at!: string;
  @Whole({ max: 1_000 }) minutes!: number;
  @Text({ about: 'Who was spoken to' }) person!: string;
  @Text({ nullable: true, max: 40 }) phone!: string | null;
  @Text({ max: 5_000, multiline: true }) summary!: string;
  @Text({ nullable: true, max: 500, about: 'Where the recording is found' })
  recording!: string | null;
  @Uuid({ nullable: true }) inquiryId!: string | null;
  @Flag({ about: 'The other side was told that the call is recorded' }) announced!: boolean;
}

export class CallView {
  @Uuid() id!: string;
  @Uuid({ nullable: true }) tenantId!: string | null;
  @Choice(['in', 'out']) direction!: string;
  @Instant() at!: string;
  @Whole() minutes!: number;
  @Text() person!: string;
  @Text({ nullable: true }) phone!: string | null;
  @Text({ max: 5_000, multiline: true }) summary!: string;
  @Text({ nullable: true, max: 500 }) recording!: string | null;
  @Uuid({ nullable: true }) inquiryId!: string | null;
  @Text({ about: 'Erased after this day' }) keepUntil!: string;
}

export class CallsView {
  @NestedList(() => CallView) items!: CallView[];
  @Text({ nullable: true }) nextCursor!: string | null;
  @Text({ about: 'What recordings may be used for', example: callPurposes.join(', ') })
  purposes!: string;
}

const caseView = (c: AbuseCase) => ({
  ...c,
  openedAt: c.openedAt.toISOString(),
  decidedAt: c.decidedAt?.toISOString() ?? null,
});

export const caseFileView = ({ found, others }: CaseFile): CaseFileView => ({
  ...caseView(found),
  openedBy: found.openedBy,
  decidedBy: found.decidedBy,
  others: others.map(caseView),
});

export const casesView = ({ items, nextCursor }: PageOf<AbuseCase>): CasesView => ({
  items: items.map(caseView),
  nextCursor,
});

export const callsView = ({ items, nextCursor }: PageOf<Call>): CallsView => ({
  items: items.map((c) => ({
    id: c.id,
    tenantId: c.tenantId,
    direction: c.direction,
    at: c.at.toISOString(),
    minutes: c.minutes,
    person: c.person,
    phone: c.phone,
    summary: c.summary,
    recording: c.recording,
    inquiryId: c.inquiryId,
    keepUntil: c.keepUntil.toString(),
  })),
  nextCursor,
  purposes: callPurposes.join(', '),
});
