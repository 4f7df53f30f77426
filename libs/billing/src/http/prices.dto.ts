import { yen } from '#lib/kernel';
import { NestedList, Text, Whole } from '#platform/http';
import type { PriceTable } from '../domain/prices/price-table.js';
import type { Tier, Tiers } from '../domain/prices/tiers.js';

const most = 1_000_000_000;

class TierDto {
  @Whole({ nullable: true, min: 1, about: 'The most addresses it covers; null for any number' })
  upTo!: number | null;
  @Whole({ max: most, about: 'Without tax' }) monthlyFeeYen!: number;
}

class OptionPriceDto {
  @Text({ max: 60, example: 'OWN-DOMAIN' }) optionCode!: string;
  @Whole({ max: most, about: 'A month, without tax' }) monthlyFeeYen!: number;
}

class CoursePriceDto {
  @Text({ max: 60, example: 'STANDARD' }) courseCode!: string;
  @Whole({ max: most, about: 'Without tax' }) setupFeeYen!: number;
  @NestedList(() => TierDto, { about: 'From the lowest up' }) tiers!: TierDto[];
  @NestedList(() => OptionPriceDto) options!: OptionPriceDto[];
}

export class PricesDto {
  @Text({ max: 7, about: 'From the 1st of this month on', example: '2026-10' })
  effectiveFrom!: string;
  @NestedList(() => CoursePriceDto) courses!: CoursePriceDto[];
}

export const readCourses = (courses: readonly CoursePriceDto[]): PriceTable['courses'] =>
  Object.fromEntries(
    courses.map(({ courseCode, setupFeeYen, tiers, options }) => [
      courseCode,
      {
        setupFee: yen(setupFeeYen),
        tiers: tiers.map(readTier) as unknown as Tiers, // that there is one is checked with the rest
        options: Object.fromEntries(
          options.map(({ optionCode, monthlyFeeYen }) => [optionCode, yen(monthlyFeeYen)]),
        ),
      },
    ]),
  );

const readTier = ({ upTo, monthlyFeeYen }: TierDto): Tier => ({
  upTo,
  monthlyFee: yen(monthlyFeeYen),
});

export const coursesView = (courses: PriceTable['courses']): CoursePriceDto[] =>
  Object.entries(courses).map(([courseCode, { setupFee, tiers, options }]) => ({
    courseCode,
    setupFeeYen: setupFee,
    tiers: tiers.map(({ upTo, monthlyFee }) => ({ upTo, monthlyFeeYen: monthlyFee })),
    options: Object.entries(options).map(([optionCode, fee]) => ({
      optionCode,
      monthlyFeeYen: fee,
    })),
  }));
