import { Choice, Flag, Instant, ListQuery, NestedList, Text, Uuid, Whole } from '#platform/http';
import type { PageOf } from '#platform/http';
import { requestKinds, requestStates } from '../domain/request.js';
import type { DataRequest, RequestKind } from '../domain/request.js';
import { requestLists } from '../use-cases/read-requests.js';
import type { RequestList } from '../use-cases/read-requests.js';

export class RequestFormDto {
  @Choice(requestKinds) kind!: RequestKind;
  @Choice(['subscriber', 'contact']) subject!: 'subscriber' | 'contact';
  @Text({ min: 0, max: 100 }) sender!: string;
  @Text({ max: 100 }) name!: string;
  @Text({ max: 254 }) address!: string;
  @Choice(['electronic', 'paper']) format!: 'electronic' | 'paper';
  @Text({ min: 0, max: 500, multiline: true }) postalAddress!: string;
  @Text({ min: 0, max: 5_000, multiline: true }) details!: string;
  @Text({ min: 0, max: 200, about: 'Stays empty: people do not see it' }) website!: string;
}

export class RequestPageQuery {
  @Text({ optional: true, min: 0, max: 100 }) sender?: string;
  @Text({ optional: true, min: 0, max: 10 }) lang?: string;
}

export class TokenQuery {
  @Text({ max: 100 }) token!: string;
  @Text({ optional: true, min: 0, max: 10 }) lang?: string;
}

export class TokenDto {
  @Text({ max: 100 }) token!: string;
}

export class FetchDto extends TokenDto {
  @Choice(['pdf', 'json']) as!: 'pdf' | 'json';
}

export class RequestListQuery extends ListQuery {
  @Choice(requestLists, { optional: true, about: 'open by default; due-soon is within four days' })
  state?: RequestList;
}

export class IdentityDto {
  @Flag() isProved!: boolean;
  @Text({ max: 500, about: 'Which document was looked at, or why it did not do' }) how!: string;
}

export class DecideRequestDto {
  @Choice(['fulfil', 'fulfil-in-part', 'refuse'])
  outcome!: 'fulfil' | 'fulfil-in-part' | 'refuse';
  @Text({ nullable: true, max: 5_000, multiline: true, about: 'Needed unless granted in full' })
  reason!: string | null;
}

export class FeesDto {
  @Whole({ max: 10_000, about: 'Yen for a notice of purposes' }) purposeNoticeYen!: number;
  @Whole({ max: 10_000, about: 'Yen for a disclosure' }) disclosureYen!: number;
}

export class RequestView {
  @Uuid() id!: string;
  @Uuid({ nullable: true }) tenantId!: string | null;
  @Choice(requestKinds) kind!: string;
  @Choice(['subscriber', 'contact']) subject!: string;
  @Choice(requestStates) state!: string;
  @Choice(['electronic', 'paper']) format!: string;
  @Text({ max: 100 }) name!: string;
  @Text({ nullable: true, about: 'Of contacts only' }) replyAddress!: string | null;
  @Text({ nullable: true, max: 500, multiline: true }) postalAddress!: string | null;
  @Text({ min: 0, max: 5_000, multiline: true }) details!: string;
  @Text({ nullable: true, max: 5_000, multiline: true }) reason!: string | null;
  @Whole() feeYen!: number;
  @Instant() receivedAt!: string;
  @Instant({ about: 'When an answer is due: 14 days after it came' }) dueAt!: string;
  @Instant({ nullable: true }) verifiedAt!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
}

export class RequestsView {
  @NestedList(() => RequestView) items!: RequestView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export const requestView = (r: DataRequest): RequestView => ({
  id: r.id,
  tenantId: r.tenantId,
  kind: r.kind,
  subject: r.subject,
  state: r.state,
  format: r.format,
  name: r.name,
  replyAddress: r.replyAddress,
  postalAddress: r.postalAddress,
  details: r.details,
  reason: r.reason,
  feeYen: r.feeYen,
  receivedAt: r.receivedAt.toISOString(),
  dueAt: r.dueAt.toISOString(),
  verifiedAt: r.verifiedAt?.toISOString() ?? null,
  decidedAt: r.decidedAt?.toISOString() ?? null,
});

export const requestsView = ({ items, nextCursor }: PageOf<DataRequest>): RequestsView => ({
  items: items.map(requestView),
  nextCursor,
});
