import { describe, expect, it } from '@jest/globals';
import * as format from './format.js';

describe('formats', () => {
  it.each([
    ['2026-03-31T15:00:00Z', '2026年4月1日(水) 0:00', /^Wed,? 1 Apr 2026, 00:00$/],
    ['2026-12-31T14:59:00Z', '2026年12月31日(木) 23:59', /^Thu,? 31 Dec 2026, 23:59$/],
  ])('an instant is one of Japan: %s', (instant, ja, en) => {
    expect(format.instantText(instant, 'ja')).toBe(ja);
    expect(format.instantText(instant, 'en')).toMatch(en);
  });

  it.each([
    ['web', '2026年4月1日(水) 0:00'],
    ['mail', '2026年4月1日(水) 0:00'],
    ['portal', '2026年4月1日(水) 0:00'],
    ['paper', '2026年4月1日(水)'],
    ['partner', '2026年4月1日(水)'],
    ['letter', '2026年4月1日(水)'],
  ])('of what came by %s no more is said than is known', (channel, text) => {
    expect(format.arrivalText('2026-03-31T15:00:00Z', channel, 'ja')).toBe(text);
  });

  it('days stay the days they are, wherever the browser is', () => {
    expect(format.dayText('2026-02-28', 'ja')).toBe('2026年2月28日(土)');
    expect(format.dayText('2026-02-28', 'en')).toMatch(/^Sat,? 28 Feb 2026$/);
  });

  it('a day and a time in Japan make the instant they were read from', () => {
    const instant = '2026-03-31T15:05:00Z';
    const [day, time] = [format.jstDay(instant), format.jstTime(instant)];
    expect([day, time, new Date(format.instantInJapan(day, time)).toISOString()]).toEqual([
      '2026-04-01',
      '00:05',
      '2026-03-31T15:05:00.000Z',
    ]);
  });

  it.each([
    [0, '0円', '¥0'],
    [1234567, '1,234,567円', '¥1,234,567'],
    [-500, '-500円', '¥-500'],
  ])('money: %s', (yen, ja, en) => {
    expect([format.yenText(yen, 'ja'), format.yenText(yen, 'en')]).toEqual([ja, en]);
  });

  it.each([
    [0, 0, '–'],
    [0, 8, '0%'],
    [1, 8, '12.5%'],
    [6, 25, '24.0%'],
    [8, 8, '100%'],
    [1, 3_000, '0.0%'],
  ])('a share: %s of %s', (part, whole, text) => {
    expect(format.shareText(part, whole, 'ja')).toBe(text);
  });
});
