import type { Locale } from '#lib/kernel';
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
import type { TenantRow } from '../store/tenant.row.js';
import type { TenantLine } from '../store/tenants.store.js';

export class RegisterTenantDto {
  @Text({ max: 40, about: 'Its name in URLs; cannot be changed later' }) slug!: string;
  @Text({ max: 100 }) name!: string;
  @Choice(['ja', 'en']) locale!: Locale;
  @Text({ optional: true, max: 254, about: 'Gets an invitation as the first owner' })
  ownerEmail?: string;
}

export class TenantView {
  @Uuid() id!: string;
  @Text() slug!: string;
  @Text() name!: string;
  @Choice(['ja', 'en']) locale!: string;
  @Instant() createdAt!: string;
}

export class TenantsQuery extends ListQuery {
  @Text({ optional: true, max: 100, about: 'A part of slug or name, or a whole id' })
  search?: string;
}

export class TenantLineView extends TenantView {
  @Whole() members!: number;
  @Instant({ nullable: true, about: 'Last use of a session that is still kept' })
  lastSeenAt!: string | null;
  @Flag({ about: 'A reported leak stops all sending' }) frozen!: boolean;
}

export class TenantListView {
  @NestedList(() => TenantLineView) items!: readonly TenantLineView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

type Fields<V> = { readonly [K in keyof V]: V[K] };

const fields = ({ id, slug, name, locale, createdAt }: TenantRow): Fields<TenantView> => ({
  id,
  slug,
  name,
  locale,
  createdAt: createdAt.toISOString(),
});

export const tenantView: (row: TenantRow) => TenantView = fields;

const lineView = ({ members, lastSeenAt, frozen, ...row }: TenantLine): TenantLineView => ({
  ...fields(row),
  members,
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
  frozen,
});

export const tenantListView = (rows: readonly TenantLine[], size: number): TenantListView => {
  const page = pageOf(rows, size, ({ slug, id }) => ({ sort: slug, id }));
  return { items: page.items.map(lineView), nextCursor: page.nextCursor };
};
