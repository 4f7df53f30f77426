import { Choice, Instant, NestedList, Text, Uuid, Whole } from '#platform/http';
import { secondsLeft } from '../domain/migration-list.js';
import { migrationListStatuses } from '../store/migration-list-store.js';
import type { MigrationList } from '../store/migration-list-store.js';

export class DeclarationDto {
  @Text({ max: 100, about: 'Name of who signs that everybody on the list consented' })
  signedBy!: string;
}

export class ListDecisionDto {
  @Choice(['approved', 'rejected'])
  decision!: 'approved' | 'rejected';

  @Text({ optional: true, max: 500, multiline: true, about: 'Why not' })
  reason?: string;
}

export class RowProblemView {
  @Whole({ about: 'As a spreadsheet counts it: the header is row 1' })
  rowNo!: number;

  @Choice([
    'broken-row',
    'bad-address',
    'twice',
    'no-consent-date',
    'consent-date-to-come',
    'no-consent-source',
    'bad-field',
  ])
  problem!: string;
}

export class MigrationListLineView {
  @Uuid()
  id!: string;

  @Uuid()
  newsletterId!: string;

  @Choice(migrationListStatuses)
  status!: string;

  @Whole({ about: 'Rows that can be asked' })
  rowCount!: number;

  @Whole()
  asked!: number;

  @Whole({ nullable: true, about: 'Seconds until everybody was asked; null unless it goes on' })
  etaSeconds!: number | null;

  @Whole({ about: 'Rows that were refused' })
  problemCount!: number;

  @Instant()
  uploadedAt!: string;

  @Text({ nullable: true })
  declaredBy!: string | null;

  @Instant({ nullable: true })
  declaredAt!: string | null;

  @Instant({ nullable: true })
  decidedAt!: string | null;

  @Text({ nullable: true, max: 500 })
  reason!: string | null;

  @Instant({ nullable: true })
  finishedAt!: string | null;
}

export class MigrationListView extends MigrationListLineView {
  @NestedList(() => RowProblemView, { max: 1000, about: 'The first 1,000 refused rows' })
  problems!: readonly RowProblemView[];
}

export class MigrationListsView {
  @NestedList(() => MigrationListLineView)
  items!: readonly MigrationListLineView[];
}

export class DeclaredListView extends MigrationListLineView {
  @Uuid()
  tenantId!: string;
}

export class DeclaredListsView {
  @NestedList(() => DeclaredListView, { max: 200 })
  items!: readonly DeclaredListView[];
}

const line = (list: MigrationList): Fields<MigrationListLineView> => ({
  id: list.id,
  newsletterId: list.newsletterId,
  status: list.status,
  rowCount: list.rowCount,
  asked: list.asked,
  etaSeconds: list.status === 'asking' ? secondsLeft(list.rowCount - list.asked) : null,
  problemCount: list.problemCount,
  uploadedAt: list.uploadedAt.toISOString(),
  declaredBy: list.declaredBy,
  declaredAt: list.declaredAt?.toISOString() ?? null,
  decidedAt: list.decidedAt?.toISOString() ?? null,
  reason: list.reason,
  finishedAt: list.finishedAt?.toISOString() ?? null,
});

type Fields<V> = { readonly [K in keyof V]: V[K] };

export const migrationListLineView: (list: MigrationList) => MigrationListLineView = line;

export const migrationListView = (list: MigrationList): MigrationListView => ({
  ...line(list),
  problems: list.problems,
});

export const declaredListView = (list: MigrationList): DeclaredListView => ({
  ...line(list),
  tenantId: list.tenantId,
});
