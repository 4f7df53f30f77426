import { Choice, Instant, NestedList, Uuid, Whole } from '#platform/http';
import type { KeptPrices } from '../store/price-tables.store.js';
import { PricesDto, coursesView } from './prices.dto.js';

/** A version of the price table; what it is made of is written and read in one shape. */
export class PricesView extends PricesDto {
  @Whole() version!: number;
  @Choice(['draft', 'published']) state!: string;
  @Instant() draftedAt!: string;
  @Uuid({ nullable: true, about: 'The operator, who cannot publish it' }) draftedBy!: string | null;
  @Instant({ nullable: true }) publishedAt!: string | null;
}

export class PricesListView {
  @NestedList(() => PricesView, { about: 'Newest version first' }) items!: PricesView[];
}

export const pricesView = (table: KeptPrices): PricesView => ({
  version: table.version,
  state: table.publishedAt ? 'published' : 'draft',
  effectiveFrom: table.effectiveFrom.toString(),
  courses: coursesView(table.courses),
  draftedAt: table.draftedAt.toISOString(),
  draftedBy: table.draftedBy,
  publishedAt: table.publishedAt?.toISOString() ?? null,
});
