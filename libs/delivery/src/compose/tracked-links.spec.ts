import { describe, expect, it } from '@jest/globals';
import { LinkTable, trackHtml, trackText } from './tracked-links.js';

describe('trackHtml', () => {
  it.each([
    ['<a href="https://a.jp/">x</a>', '<a href="{{ links.tracked_0 }}">x</a>', ['https://a.jp/']],
    [
      "<a class='b' href='https://a.jp/?x=1&amp;y=&#50;'>",
      "<a class='b' href='{{ links.tracked_0 }}'>",
      ['https://a.jp/?x=1&y=2'],
    ],
    [
      '<a href="https://a.jp/?id={{ subscriber.id }}">',
      '<a href="https://a.jp/?id={{ subscriber.id }}">',
      [],
    ],
    ['<a href="{{ links.unsubscribe }}">', '<a href="{{ links.unsubscribe }}">', []],
    ['<a href="mailto:a@b.jp">', '<a href="mailto:a@b.jp">', []],
    ['<img src="https://a.jp/x.png">', '<img src="https://a.jp/x.png">', []],
    ['<link href="https://a.jp/x.css">', '<link href="https://a.jp/x.css">', []],
  ])('%s', (source, tracked, targets) => {
    const table = new LinkTable();
    expect([trackHtml(source, table), table.targets]).toEqual([tracked, targets]);
  });

  it('gives one number to one target, in text and HTML', () => {
    const table = new LinkTable(['https://z.jp/']);
    trackHtml('<a href="https://a.jp/">', table);
    expect(trackText('https://z.jp/ https://a.jp/ https://b.jp/', table)).toBe(
      '{{ links.tracked_0 }} {{ links.tracked_1 }} {{ links.tracked_2 }}',
    );
  });
});

describe('trackText', () => {
  it.each([
    ['詳しくは https://a.jp/b?c=d。', '詳しくは {{ links.tracked_0 }}。', ['https://a.jp/b?c=d']],
    ['（https://a.jp/）', '（{{ links.tracked_0 }}）', ['https://a.jp/']],
    ['See https://a.jp/x.', 'See {{ links.tracked_0 }}.', ['https://a.jp/x']],
    ['https://a.jp/春?a=1 ', 'https://a.jp/春?a=1 ', []],
    ['https://a.jp/をご覧ください', 'https://a.jp/をご覧ください', []],
    ['https://a.jp/{{ subscriber.id }}', 'https://a.jp/{{ subscriber.id }}', []],
    ['{{ x | default: "https://a.jp/" }}', '{{ x | default: "https://a.jp/" }}', []],
  ])('%s', (source, tracked, targets) => {
    const table = new LinkTable();
    expect([trackText(source, table), table.targets]).toEqual([tracked, targets]);
  });
});
