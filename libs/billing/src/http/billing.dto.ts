import { Choice, ListQuery, Text, Whole } from '#platform/http';
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
}

export class ReasonDto {
  @Text({ max: 500, about: 'Kept with the document' }) reason!: string;
}

export class CreditDto extends ReasonDto {
  @Whole({ min: 1, about: 'Without tax' }) amountYen!: number;
}
