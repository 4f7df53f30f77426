import type { Locale } from '#lib/kernel';
import { Choice, Instant, NestedList, Text, Uuid, pageOf } from '#platform/http';
import type { TenantRow } from '../store/tenant.row.js';

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

export class TenantListView {
  @NestedList(() => TenantView) items!: readonly TenantView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export const tenantView = ({ id, slug, name, locale, createdAt }: TenantRow): TenantView => ({
  id,
  slug,
  name,
  locale,
  createdAt: createdAt.toISOString(),
});

export const tenantListView = (rows: readonly TenantRow[], size: number): TenantListView => {
  const page = pageOf(rows, size, ({ slug, id }) => ({ sort: slug, id }));
  return { items: page.items.map(tenantView), nextCursor: page.nextCursor };
};
