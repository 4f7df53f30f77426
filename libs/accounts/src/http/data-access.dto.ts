import { purposeCodes } from '#lib/kernel';
import {
  Choice,
  Flag,
  Instant,
  ListQuery,
  NestedList,
  Text,
  Uuid,
  Whole,
  pageOf,
} from '#platform/http';
import { seenKinds } from '../domain/seen-data.js';
import type { OperatorRead } from '../store/operator-reads.store.js';

export class OperatorDataAccessQuery extends ListQuery {
  @Uuid({ optional: true, about: 'Only what concerns this tenant' }) tenantId?: string;
}

export class DataAccessLineView {
  @Uuid() id!: string;
  @Choice(Object.keys(seenKinds), { about: 'What was looked at' }) kind!: string;
  @Choice(purposeCodes, { about: 'The purpose that it serves' }) purpose!: string;
  @Flag({ about: 'In the name of the tenant, with its consent' }) acting!: boolean;
  @Text({ min: 0, max: 200, about: 'In the words of the operator; may be empty' }) reason!: string;
  @Instant({ about: 'Beginning of the hour' }) hour!: string;
  @Instant() lastAt!: string;
  @Whole({ about: 'How often within the hour' }) times!: number;
}

export class OperatorDataAccessLineView extends DataAccessLineView {
  @Uuid() tenantId!: string;
  @Uuid() operatorId!: string;
  @Text({ nullable: true }) operatorName!: string | null;
}

export class DataAccessView {
  @NestedList(() => DataAccessLineView) items!: DataAccessLineView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export class OperatorDataAccessView {
  @NestedList(() => OperatorDataAccessLineView) items!: OperatorDataAccessLineView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

const lineView = ({
  id,
  kind,
  acting,
  reason,
  hour,
  lastAt,
  times,
}: Omit<OperatorRead, 'operatorName'>): DataAccessLineView => ({
  ...{ id, kind, purpose: seenKinds[kind], acting, reason, times },
  ...{ hour: hour.toISOString(), lastAt: lastAt.toISOString() },
});

const positionOf = ({ hour, id }: { hour: Date; id: string }): { sort: string; id: string } => ({
  sort: hour.toISOString(),
  id,
});

export const dataAccessView = (
  rows: readonly Omit<OperatorRead, 'operatorName'>[],
  size: number,
): DataAccessView => {
  const { items, nextCursor } = pageOf(rows, size, positionOf);
  return { items: items.map(lineView), nextCursor };
};

export const operatorDataAccessView = (
  rows: readonly OperatorRead[],
  size: number,
): OperatorDataAccessView => {
  const { items, nextCursor } = pageOf(rows, size, positionOf);
  return {
    items: items.map((read) => {
      const { tenantId, operatorId, operatorName } = read;
      return Object.assign(lineView(read), { tenantId, operatorId, operatorName });
    }),
    nextCursor,
  };
};
