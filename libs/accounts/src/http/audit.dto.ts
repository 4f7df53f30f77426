import { isId } from '#lib/kernel';
import {
  AnyObject,
  Choice,
  Instant,
  ListQuery,
  NestedList,
  Text,
  Uuid,
  decodeCursor,
  httpErrors,
  pageOf,
} from '#platform/http';
import type { PageOf } from '#platform/http';
import type { AuditFilter, AuditPosition, NamedAuditEntry } from '../store/audit.store.js';

export class AuditQuery extends ListQuery {
  @Text({ optional: true, max: 80, about: 'An action, or all of a thing: `campaign.`' })
  action?: string;
  @Uuid({ optional: true, about: 'Of the member, key or operator' }) actorId?: string;
  @Text({ optional: true, max: 100 }) subjectId?: string;
  @Instant({ optional: true }) from?: string;
  @Instant({ optional: true, about: 'The first instant no longer looked at' }) until?: string;
}

export class OperatorAuditQuery extends AuditQuery {
  @Uuid({ optional: true, about: 'Only what concerns this tenant' }) tenantId?: string;
}

export class AuditEntryView {
  @Uuid() id!: string;
  @Instant() at!: string;
  @Uuid({ nullable: true }) tenantId!: string | null;
  @Choice(['member', 'operator', 'api-key', 'system']) actorKind!: string;
  @Uuid({ nullable: true }) actorId!: string | null;
  @Text({ nullable: true, about: 'What the actor is called today' }) actorName!: string | null;
  @Text({ example: 'campaign.scheduled' }) action!: string;
  @Text() subjectKind!: string;
  @Text() subjectId!: string;
  @AnyObject() details!: Readonly<Record<string, string | number | boolean>>;
}

export class AuditListView {
  @NestedList(() => AuditEntryView) items!: readonly AuditEntryView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export const auditFilter = ({
  action,
  actorId,
  subjectId,
  from,
  until,
}: AuditQuery): AuditFilter => ({
  action,
  actorId,
  subjectId,
  from: from === undefined ? undefined : new Date(from),
  until: until === undefined ? undefined : new Date(until),
});

/** @throws BusinessError request.bad-cursor */
export const auditPosition = (cursor: string | undefined): AuditPosition | undefined => {
  if (cursor === undefined) return undefined;
  const { sort, id } = decodeCursor(cursor);
  const at = new Date(sort);
  if (Number.isNaN(at.getTime()) || !isId(id)) throw httpErrors.badCursor({ field: 'cursor' });
  return { at, id };
};

export const auditListView = (rows: readonly NamedAuditEntry[], size: number): AuditListView => {
  const page: PageOf<NamedAuditEntry> = pageOf(rows, size, ({ at, id }) => ({
    sort: at.toISOString(),
    id,
  }));
  const items = page.items.map((entry) => ({ ...entry, at: entry.at.toISOString() }));
  return { items, nextCursor: page.nextCursor };
};
