import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { linkedText } from './linked-text.js';

const link = (href: string): object => ({ text: href, href });

test.each([
  ['', []],
  ['お知らせ', [{ text: 'お知らせ' }]],
  ['https://a.jp/', [link('https://a.jp/')]],
  [
    '登録はhttps://a.jp/c?t=x-_9で。',
    [{ text: '登録は' }, link('https://a.jp/c?t=x-_9'), { text: 'で。' }],
  ],
  ['see <http://a.jp/b>.', [{ text: 'see <' }, link('http://a.jp/b'), { text: '>.' }]],
  ['http://a.jp, http://b.jp', [link('http://a.jp'), { text: ', ' }, link('http://b.jp')]],
  ['javascript:alert(1) https://', [{ text: 'javascript:alert(1) https://' }]],
])('%j', (text, pieces) => {
  expect(linkedText(text)).toEqual(pieces);
});

test('no text is lost', () => {
  const words = fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constant('、')));
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('');
      expect(
        linkedText(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
