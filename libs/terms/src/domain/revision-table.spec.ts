import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { articlesOf } from './article.js';
import { kanjiNumber } from './kanji-number.js';
import { revisionTable } from './revision-table.js';
import type { NamedText, RevisionRow } from './revision-table.js';

const before = `
利用規約

## 第1条（定義）

1. 「会員」とは、本サービスを利用する者をいう。
2. 「読者」とは、メールを受信する者をいう。

## 第2条（問い合わせ窓口）

窓口の受付時間は次の通りとする。

## 第3条（料金）

1. 料金は月額とする。
2. 支払いは銀行振込による。

以上
`;

const after = `
利用規約

## 第1条（定義）

1. 「会員」とは、本サービスを利用する者をいう。
2. 「読者」とは、メールを受信する者をいう。

## 第2条（問い合わせ窓口）

窓口の受付時間は次の通りとする。

2 当社は、通話の内容を録音する。

## 第3条（譲渡の禁止）

会員は地位を譲渡できない。

## 第4条（料金）

1. 料金は年額とする。

以上
`;

const shown = (rows: readonly RevisionRow[]): unknown[] =>
  rows.map(({ new: right, old: left, remark }) => {
    const text = (cell: RevisionRow['new']): string =>
      cell
        .map((line) => line.map((run) => (run.isChanged ? `[${run.text}]` : run.text)).join(''))
        .join(' / ');
    return [remark, text(right), text(left)];
  });

describe('the comparison table of two versions', () => {
  it('shows what is new, changed and gone, and leaves out the rest', () => {
    const table = revisionTable(
      { title: '利用規約', edition: '2019年7月30日 第十二版', markdown: before },
      { title: '利用規約', edition: '2020年2月21日 第十三版', markdown: after },
    );
    expect(shown(table)).toEqual([
      ['changed', '利用規約 [2020年2月21日 第十三版]', '利用規約 [2019年7月30日 第十二版]'],
      ['omitted', '（略）', '（略）'],
      ['omitted', '第2条（問い合わせ窓口） / （略）', '第2条（問い合わせ窓口） / （略）'],
      ['new', '[2 当社は、通話の内容を録音する。]', '（略）'],
      ['new', '[第3条（譲渡の禁止）] / [会員は地位を譲渡できない。]', '（略）'],
      [
        'changed',
        '第[4]条（料金） / 1. 料金は[年額]とする。',
        '第[3]条（料金） / 1. 料金は[月額]とする。',
      ],
      ['deleted', '（略）', '[2. 支払いは銀行振込による。]'],
    ]);
  });

  it('reads a heading whose caption stands on the line above the number', () => {
    const article = (hours: string): string =>
      `第1条 当社は窓口を置く。\n\n（受付時間）\n第2条 時間は次の通りとする。\n${hours}\n第1条に定める窓口に限る。`;
    const table = revisionTable(
      { title: '規約', edition: '第一版', markdown: article('九時から十七時まで') },
      { title: '規約', edition: '第二版', markdown: article('九時から十八時まで') },
    );
    const heading = '（受付時間） / 第2条 時間は次の通りとする。';
    expect(shown(table).slice(1)).toEqual([
      ['omitted', '（略）', '（略）'],
      ['changed', `${heading} / 九時から[十八]時まで`, `${heading} / 九時から[十七]時まで`],
      ['omitted', '（略）', '（略）'],
    ]);
  });

  it('leaves out once what stands between two changes, also of an article that is only numbered anew', () => {
    const table = revisionTable(
      {
        title: '規約',
        edition: '第一版',
        markdown: '第1条（目的）\n甲とする。\n第2条（雑則）\n乙とする。',
      },
      {
        title: '規約',
        edition: '第二版',
        markdown: '第2条（目的）\n甲とする。\n第2条（雑則）\n乙とする。',
      },
    );
    expect(shown(table).slice(1)).toEqual([
      ['changed', '第[2]条（目的） / （略）', '第[1]条（目的） / （略）'],
    ]);
  });

  it('says of two equal texts that all is left out', () => {
    const text = { title: '規約', edition: '第一版', markdown: before };
    expect(shown(revisionTable(text, text)).slice(1)).toEqual([['omitted', '（略）', '（略）']]);
  });

  it('loses no line: the marked and unmarked words of a side are in its text', () => {
    const named = (markdown: string): NamedText => ({ title: '規約', edition: '版', markdown });
    const line = fc.constantFrom(
      '（料金）',
      '甲は乙に通知する。',
      '料金は前払いとする。',
      '第1条（目的）',
      '附則',
      '本契約は一箇月とする。',
    );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n\n'));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const rows = revisionTable(named(a), named(b));
        const words = (side: 'new' | 'old'): string[] =>
          rows
            .slice(1)
            .flatMap((row) => row[side].map((l) => l.map(({ text: t }) => t).join('')))
            .filter((l) => l !== '' && l !== '（略）');
        const lines = (t: string): string[] =>
          articlesOf(t).flatMap(({ heading, paragraphs }) => [...heading, ...paragraphs]);
        expect(words('new').every((w) => lines(b).includes(w))).toBe(true);
        expect(words('old').every((w) => lines(a).includes(w))).toBe(true);
        const fresh = lines(b).filter((l) => l !== '' && !lines(a).includes(l));
        expect(fresh.every((l) => words('new').includes(l))).toBe(true);
      }),
    );
  });
});

it.each([
  [1, '一'],
  [10, '十'],
  [13, '十三'],
  [20, '二十'],
  [21, '二十一'],
  [100, '百'],
  [111, '百十一'],
  [230, '二百三十'],
])('counts version %i as %s', (n, kanji) => {
  expect(kanjiNumber(n)).toBe(kanji);
});
