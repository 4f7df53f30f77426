import { pdfText } from '#test/pdf-text';
import { expect, it } from '@jest/globals';
import { PdfDocument, drawTable } from './index.js';

const facts = {
  title: '見本',
  author: '飛脚',
  locale: 'ja',
  createdAt: new Date('2026-07-11T00:00:00+09:00'),
} as const;

const draw = (rows: number): Promise<Buffer> => {
  const pdf = new PdfDocument(facts);
  pdf.text('髙﨑㈱①～𠮷ｱﾊﾟｰﾄ', { weight: 'bold', size: 18 }).space(6);
  const cells = Array.from({ length: rows }, (_, i) => [`行${i + 1}`, `${i}円`]);
  drawTable(
    pdf,
    [
      { title: '内容', share: 3 },
      { title: '金額', share: 1, align: 'right' },
    ],
    cells,
  );
  return pdf.finish();
};

it('has a glyph for the characters that names in Japan are written with', async () => {
  expect(pdfText(await draw(1))).toEqual([
    '髙﨑㈱①～𠮷ｱﾊﾟｰﾄ',
    '内容',
    '金額',
    '行1',
    '0円',
    '1 / 1',
  ]);
});

it('notices a character that the font does not have', async () => {
  const pdf = await new PdfDocument(facts).text('𓀀').finish();
  expect(() => pdfText(pdf)).toThrow('a character without a glyph');
});

it('repeats the head of a table that goes on on the next page, and counts the pages', async () => {
  const texts = pdfText(await draw(60));
  expect(texts.filter((text) => text === '内容')).toHaveLength(3);
  expect(texts.filter((text) => text.endsWith(' / 3'))).toEqual(['1 / 3', '2 / 3', '3 / 3']);
  expect(texts.filter((text) => text.startsWith('行'))).toEqual(
    Array.from({ length: 60 }, (_, i) => `行${i + 1}`),
  );
});

it('is the same, byte for byte, whenever it is drawn', async () => {
  expect((await draw(3)).equals(await draw(3))).toBe(true);
});
