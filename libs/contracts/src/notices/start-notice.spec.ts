import { PlainDate, YearMonth } from '#lib/kernel';
import { write } from '#lib/notices';
import { describe, expect, it } from '@jest/globals';
import { minimumTerm } from '../domain/minimum-term.js';
import { startNoticeV3 } from './start-notice.v3.js';

const words = (months: number, renewalMonths: number, locale: 'ja' | 'en'): string => {
  const serviceStartDate = PlainDate.from('2026-01-15');
  return write(startNoticeV3, locale, {
    name: '株式会社さくら商店',
    serviceStartDate,
    term: minimumTerm(serviceStartDate, months),
    renewalMonths,
    firstFeeMonth: YearMonth.from('2026-02'),
    signInUrl: 'https://hikyaku.example.jp',
  }).text;
};

describe('the start notice says what was agreed', () => {
  it.each([
    [6, 1, '2026年7月1日(水) 00:00', '1ヶ月ごとに', '最低利用期間の満了日: 2026年7月31日(金)'],
    [12, 3, '2027年1月1日(金) 00:00', '3ヶ月ごとに', '最低利用期間の満了日: 2027年1月31日(日)'],
    [0, 1, '2026年2月1日(日) 00:00', '1ヶ月ごとに', '最低利用期間: なし'],
  ])('minimum term %i, renewals of %i months', (months, renewals, cutOff, renewed, term) => {
    const text = words(months, renewals, 'ja');
    expect([cutOff, renewed, term].filter((each) => !text.includes(each))).toEqual([]);
  });

  it.each([
    [6, 1, 'renewed month by month', 'End of the minimum term: Fri 31 Jul 2026'],
    [0, 12, 'renewed, 12 months at a time', 'Minimum term: none'],
  ])('in English: %i, %i', (months, renewals, renewed, term) => {
    const text = words(months, renewals, 'en');
    expect([renewed, term].filter((each) => !text.includes(each))).toEqual([]);
  });
});
