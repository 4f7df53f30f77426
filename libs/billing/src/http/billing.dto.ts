import { yen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';
import { Choice, ListQuery, NestedList, Text, Whole } from '#platform/http';
import { billingErrors } from '../billing.errors.js';
import type { CreditedAmount } from '../domain/invoice/credit-note.js';
import { taxCategories } from '../domain/tax/tax-rates.js';
import type { TaxCategory } from '../domain/tax/tax-rates.js';
import { documentKinds } from '../store/documents.store.js';

export class MonthQuery {
  @Text({
    optional: true,
    max: 7,
    about: 'Month in Japan, the present one by default',
    example: '2026-07',
  })
  month?: string;
}

export class EndQuery {
  @Text({ max: 10, about: 'The last day of service', example: '2026-07-31' }) endDate!: string;
}

export class DocumentLanguageQuery {
  @Choice(['ja', 'en'], { optional: true, about: 'ja: as issued. en: a translation' })
  lang?: 'ja' | 'en';
}

export class DocumentsQuery extends ListQuery {
  @Choice(documentKinds, { optional: true }) kind?: (typeof documentKinds)[number];
  @Text({ optional: true, max: 10, about: 'Issued on or after', example: '2026-04-01' })
  from?: string;
  @Text({ optional: true, max: 10, about: 'Issued on or before', example: '2027-03-31' })
  to?: string;
  @Whole({ optional: true, about: 'At least so much, with tax' }) least?: number;
  @Whole({ optional: true, about: 'At most so much, with tax' }) most?: number;
  @Text({ optional: true, about: 'Part of the name' }) counterparty?: string;
  @Text({
    optional: true,
    max: 20,
    about: 'Of the document, or how it begins',
    example: '2026-0000',
  })
  number?: string;
}

export class ReasonDto {
  @Text({ max: 500, about: 'Kept with the document' }) reason!: string;
}

export class CreditedAmountDto {
  @Choice(taxCategories) category!: TaxCategory;
  @Whole({ max: 100, about: 'As on the invoice; 0 outside the tax', example: 10 })
  ratePercent!: number;
  @Whole({ min: 1, about: 'Without tax' }) amountYen!: number;
}

export class CreditDto extends ReasonDto {
  @Whole({
    optional: true,
    min: 1,
    about: 'Without tax; taken off the highest rate first, then the next. Or give amounts',
  })
  amountYen?: number;
  @NestedList(() => CreditedAmountDto, { optional: true, max: 10, about: 'For each rate' })
  amounts?: CreditedAmountDto[];
}

/** What is to be taken off. @throws BusinessError billing.credit-one-way */
export const creditedBy = ({ amountYen, amounts }: CreditDto): Yen | CreditedAmount[] => {
  if (amountYen !== undefined && amounts === undefined) return yen(amountYen);
  if (amounts === undefined || amountYen !== undefined)
    throw billingErrors.creditOneWay({ field: 'amounts' });
  return amounts.map(({ amountYen: amount, ...rate }) => ({ ...rate, amount: yen(amount) }));
};
