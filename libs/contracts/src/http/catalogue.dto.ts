import { Decimal, Flag, Nested, NestedList, Text, Whole } from '#platform/http';
import type { Texts } from '#lib/kernel';
import { Day, readDate } from './dates.js';
import type { Course, CourseOption, Offer } from '../domain/catalogue.js';
import { TermRulesDto, termRulesOf } from './term-rules.dto.js';

class NamesDto {
  @Text({ max: 100 }) ja!: string;
  @Text({ max: 100 }) en!: string;
}

class QualityGateDto {
  @Whole({
    optional: true,
    min: 1,
    max: 1_000_000,
    about: 'Mails handed over before a list is judged',
  })
  afterMails?: number;
  @Whole({ optional: true, min: 0, max: 1000, about: 'Bounces per thousand' })
  bouncesPerThousand?: number;
  @Whole({ optional: true, min: 0, max: 1000, about: 'Complaints per thousand' })
  complaintsPerThousand?: number;
}

export class CourseChangesDto {
  @Nested(() => NamesDto) names!: NamesDto;
  @Nested(() => TermRulesDto, { optional: true }) termRules?: TermRulesDto;
  @Nested(() => QualityGateDto, { optional: true }) qualityGate?: QualityGateDto;
  @Flag({ about: 'Whether it can be applied for' }) onSale!: boolean;
}

export class CourseDto extends CourseChangesDto {
  @Text({ max: 50, example: 'STANDARD' }) code!: string;
}

export class OptionChangesDto {
  @Nested(() => NamesDto) names!: NamesDto;
  @Flag({ about: 'Whether it can be applied for' }) onSale!: boolean;
}

export class OptionDto extends OptionChangesDto {
  @Text({ max: 50 }) code!: string;
}

export class OfferChangesDto {
  @Nested(() => NamesDto) names!: NamesDto;
  @Nested(() => TermRulesDto) termRules!: TermRulesDto;
  @Day({ about: 'First day of application it is for' }) firstDay!: string;
  @Day({ about: 'Last day of application it is for' }) lastDay!: string;
}

export class OfferDto extends OfferChangesDto {
  @Text({ max: 50 }) code!: string;
}

class RatesView {
  @Whole({ optional: true }) afterMails?: number;
  @Decimal({ optional: true }) bounceRate?: number;
  @Decimal({ optional: true }) complaintRate?: number;
}

class CourseView {
  @Text() code!: string;
  @Nested(() => NamesDto) names!: NamesDto;
  @Nested(() => TermRulesDto, { about: 'Where it differs from the terms' })
  termRules!: TermRulesDto;
  @Nested(() => RatesView) qualityGate!: RatesView;
  @Flag() onSale!: boolean;
}

class OptionView {
  @Text() code!: string;
  @Nested(() => NamesDto) names!: NamesDto;
  @Flag() onSale!: boolean;
}

class OfferView {
  @Text() code!: string;
  @Nested(() => NamesDto) names!: NamesDto;
  @Nested(() => TermRulesDto) termRules!: TermRulesDto;
  @Text() firstDay!: string;
  @Text() lastDay!: string;
}

export class CatalogueView {
  @NestedList(() => CourseView) courses!: CourseView[];
  @NestedList(() => OptionView) options!: OptionView[];
  @NestedList(() => OfferView, { about: 'Newest first' }) offers!: OfferView[];
}

class OnSaleView {
  @Text() code!: string;
  @Nested(() => NamesDto) names!: NamesDto;
}

export class OnSaleListView {
  @NestedList(() => OnSaleView) courses!: OnSaleView[];
  @NestedList(() => OnSaleView) options!: OnSaleView[];
}

const textsOf = ({ ja, en }: NamesDto): Texts => ({ ja, en });

export const courseOf = (code: string, dto: CourseChangesDto): Course => {
  const { afterMails, bouncesPerThousand, complaintsPerThousand } = dto.qualityGate ?? {};
  return {
    code,
    names: textsOf(dto.names),
    termRules: termRulesOf(dto.termRules),
    qualityGate: {
      ...(afterMails !== undefined && { afterMails }),
      ...(bouncesPerThousand !== undefined && { bounceRate: bouncesPerThousand / 1000 }),
      ...(complaintsPerThousand !== undefined && { complaintRate: complaintsPerThousand / 1000 }),
    },
    onSale: dto.onSale,
  };
};

export const optionOf = (code: string, { names, onSale }: OptionChangesDto): CourseOption => ({
  code,
  names: textsOf(names),
  onSale,
});

export const offerOf = (code: string, dto: OfferChangesDto): Offer => ({
  code,
  names: textsOf(dto.names),
  termRules: termRulesOf(dto.termRules),
  firstDay: readDate(dto.firstDay, 'firstDay'),
  lastDay: readDate(dto.lastDay, 'lastDay'),
});

export const offerView = ({ firstDay, lastDay, ...offer }: Offer): OfferView => ({
  ...offer,
  firstDay: firstDay.toString(),
  lastDay: lastDay.toString(),
});
