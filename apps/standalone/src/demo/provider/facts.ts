import { yen } from '#lib/kernel';

/** Who issues the demo's invoices: an invented company whose registration number has a right check digit. */
export const issuer = {
  name: '飛脚株式会社（デモ）',
  registrationNumber: 'T7000012050002',
  postalAddress: '〒190-0012 東京都立川市曙町2-1-1',
  contact: '電話 042-000-0000',
  bankAccount: 'みずほ銀行 立川支店 普通 1234567 ヒキヤク（カ',
};

/** Yen a month without tax. */
export const standardPrices = {
  setupFee: yen(10_000),
  tiers: [
    { upTo: 1_000, monthlyFee: yen(5_000) },
    { upTo: 5_000, monthlyFee: yen(14_800) },
    { upTo: 20_000, monthlyFee: yen(39_800) },
  ],
  options: {},
} as const;

const window = { phone: '042-000-0000', fax: null, url: null };

export const contactWindows = [
  {
    ...window,
    name: 'support',
    title: { ja: 'カスタマーサポート', en: 'Customer support' },
    mailAddress: 'support@hikyaku.test',
  },
  {
    ...window,
    name: 'privacy',
    title: { ja: 'お客様相談室（個人情報）', en: 'Personal data' },
    mailAddress: 'privacy@hikyaku.test',
  },
] as const;
