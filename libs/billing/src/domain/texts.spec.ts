import { describe, expect, it } from '@jest/globals';
import { mandateReturnTexts } from './debit/mandate.js';
import { requestProblemTexts } from './debit/request-file.js';
import { importRefusalTexts } from './debit/result-import.js';
import { resultProblemTexts } from './debit/result-problem.js';
import { invoiceProblemTexts } from './invoice/qualified-invoice.js';
import { publicationRefusalTexts } from './prices/price-table.js';
import { tierProblemTexts } from './prices/tiers.js';
import { registrationProblemTexts } from './tax/registration-number.js';
import { noticeProblemTexts } from './transfer/notice-refusal.js';

const all = Object.entries({
  importRefusalTexts,
  invoiceProblemTexts,
  mandateReturnTexts,
  noticeProblemTexts,
  publicationRefusalTexts,
  registrationProblemTexts,
  requestProblemTexts,
  resultProblemTexts,
  tierProblemTexts,
}).flatMap(([name, texts]) =>
  Object.entries(texts).map(([code, text]) => [name, code, text] as const),
);

describe('what people are told', () => {
  it.each(all)('%s %s is Japanese, and English', (_, __, { ja, en }) => {
    expect(ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    expect(en).toMatch(/^[A-Z][\x20-\x7e’]+$/);
  });
});
