import { pdfText } from '#test/pdf-text';
import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { revisionTable } from '../domain/revision-table.js';
import type { VersionRecord } from '../domain/version-record.js';
import { comparisonPdf } from './comparison-pdf.js';

const document = {
  id: 'd',
  slug: 'terms',
  kind: 'terms',
  noun: '規約',
  title: { ja: '利用規約', en: 'Terms' },
} as const;
const version = { number: 2, effectiveOn: PlainDate.from('2026-04-01') } as VersionRecord;

const sentence = '当社は、通話の内容を録音し、応対の品質を高めるために用いる。';
/** Articles of so many sentences each. */
const text = (sentences: readonly number[], verb: string): string =>
  sentences
    .map(
      (n, i) => `第${i + 1}条（見出し${i + 1}）\n${sentence.repeat(n).replaceAll('用いる', verb)}`,
    )
    .join('\n');

/** What stands on each page. */
const pagesOf = async (sentences: readonly number[]): Promise<string[][]> => {
  const rows = revisionTable(
    { title: '利用規約', edition: '第一版', markdown: text(sentences, '使う') },
    { title: '利用規約', edition: '第二版', markdown: text(sentences, '用いる') },
  );
  const now = new Date('2026-03-01T00:00:00+09:00');
  const drawn = pdfText(await comparisonPdf({ document, version, rows }, '飛脚', now));
  // Page numbers are put under the pages at the end of each.
  const pages: string[][] = [[]];
  for (const piece of drawn) {
    if (/^\d+ \/ \d+$/.test(piece)) pages.push([]);
    else pages.at(-1)?.push(piece);
  }
  return pages.slice(0, -1);
};

it('begins each page with the head and ends the last with 以上, also below a cut row', async () => {
  const pages = await pagesOf([1, 4, 120, 2, 7, 60, 3]);
  expect(pages.length).toBeGreaterThan(3);
  const first = pages[0] ?? [];
  expect(first.slice(0, 5)).toEqual([
    '利用規約 新旧対照表',
    '実施期日 2026年4月1日',
    ...['新', '旧', '備考'],
  ]);
  expect(pages.slice(1).map((page) => page.slice(0, 3))).toEqual(
    pages.slice(1).map(() => ['新', '旧', '備考']),
  );
  expect(pages.flat().at(-1)).toBe('以上');
  expect(pages.flat().join('').split('。')).toHaveLength(2 * (1 + 4 + 120 + 2 + 7 + 60 + 3) + 1);
});

it.each([...Array(40).keys()].map((n) => n + 1))(
  'never leaves 以上 alone on a page: %i articles',
  async (n) => {
    const last = (await pagesOf(Array<number>(n).fill(1))).at(-1) ?? [];
    expect(last.length).toBeGreaterThan(4);
  },
);
