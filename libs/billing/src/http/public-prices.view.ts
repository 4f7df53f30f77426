import { addYen } from '#lib/kernel';
import type { YearMonth, Yen } from '#lib/kernel';
import { Nested, NestedList, Text, Whole } from '#platform/http';
import { taxRatePercent } from '../domain/tax/tax-rates.js';
import { taxOn } from '../domain/tax/tax-totals.js';
import type { KeptPrices } from '../store/price-tables.store.js';

class PublicFeeView {
  @Whole({ about: 'Without tax' }) yen!: number;
  @Whole({ about: 'With tax (総額表示)' }) withTaxYen!: number;
}

class PublicTierView extends PublicFeeView {
  @Whole({ nullable: true, about: 'The most addresses it covers; null for any number' })
  upTo!: number | null;
}

class PublicOptionView extends PublicFeeView {
  @Text() optionCode!: string;
}

class PublicCourseView {
  @Text() courseCode!: string;
  @Nested(() => PublicFeeView) setupFee!: PublicFeeView;
  @NestedList(() => PublicTierView) tiers!: PublicTierView[];
  @NestedList(() => PublicOptionView) options!: PublicOptionView[];
}

class PublicTableView {
  @Text({ about: 'From the 1st of this month on', example: '2026-10' }) effectiveFrom!: string;
  @NestedList(() => PublicCourseView) courses!: PublicCourseView[];
}

export class PublicPricesView {
  @NestedList(() => PublicTableView) items!: PublicTableView[];
}

export const publicPricesView = (tables: readonly KeptPrices[]): PublicPricesView => ({
  items: tables
    .filter(({ publishedAt }) => publishedAt)
    .map(({ effectiveFrom, courses }) => ({
      effectiveFrom: effectiveFrom.toString(),
      courses: Object.entries(courses).map(([courseCode, { setupFee, tiers, options }]) => ({
        courseCode,
        setupFee: feeView(setupFee, effectiveFrom),
        tiers: tiers.map(({ upTo, monthlyFee }) =>
          Object.assign(feeView(monthlyFee, effectiveFrom), { upTo }),
        ),
        options: Object.entries(options).map(([optionCode, fee]) =>
          Object.assign(feeView(fee, effectiveFrom), { optionCode }),
        ),
      })),
    })),
});

const feeView = (fee: Yen, month: YearMonth): PublicFeeView => ({
  yen: fee,
  withTaxYen: addYen(fee, taxOn(fee, taxRatePercent('standard', month) ?? 0)),
});
