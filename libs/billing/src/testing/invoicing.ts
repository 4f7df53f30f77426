import type { AppUnderTest } from '#lib/accounts/testing';
import { YearMonth, yen } from '#lib/kernel';
import { DraftPrices } from '../use-cases/draft-prices.js';
import { PublishPrices } from '../use-cases/publish-prices.js';
import { SetBillingSettings } from '../use-cases/set-billing-settings.js';

const actor = { kind: 'system' } as const;

/** Who issues the invoices of tests. */
export const testIssuer = {
  name: '飛脚株式会社',
  registrationNumber: 'T7000012050002',
  postalAddress: '〒190-0012 東京都立川市曙町2-1-1',
  contact: '電話 042-000-0000',
  bankAccount: 'みずほ銀行 立川支店 普通 1234567 ヒキヤク（カ',
};

/** The prices of tests: up to 3 addresses 5,000 yen, up to 6 14,800, then 33,333; set-up 10,000. */
const testCourse = {
  setupFee: yen(10_000),
  tiers: [
    { upTo: 3, monthlyFee: yen(5_000) },
    { upTo: 6, monthlyFee: yen(14_800) },
    { upTo: null, monthlyFee: yen(33_333) },
  ],
  options: { 'OWN-DOMAIN': yen(1_995) },
} as const;

/** Fills in what the operator must say before anything can be invoiced: the issuer, and prices from a month on. */
export const readyToInvoice = async (
  app: Pick<AppUnderTest, 'get'>,
  from: string,
): Promise<void> => {
  const debitSchedule = { leadBusinessDays: 7, closesAtMinute: 960 };
  await app
    .get(SetBillingSettings)
    .execute({ actor, version: 0, issuer: testIssuer, debitSchedule });
  const version = await app.get(DraftPrices).execute({
    actor,
    effectiveFrom: YearMonth.from(from),
    courses: { STANDARD: testCourse },
  });
  await app.get(PublishPrices).execute({ actor, version });
};
