import type { Texts } from '#lib/kernel';
import type { FramingProblem } from '../zengin/framing.js';

export type NoticeProblem = FramingProblem | 'order' | 'unreadable' | 'kind' | 'date' | 'totals';

/** Leaves the reading of a file of transfer notices; never leaves the reader. */
export class NoticeRefusal extends Error {
  constructor(
    readonly problem: NoticeProblem,
    /** Counted from 1. */
    readonly record: number,
    readonly field: string,
  ) {
    super(problem);
  }
}

export const noticeProblemTexts: Readonly<Record<NoticeProblem, Texts>> = {
  empty: { ja: 'ファイルが空です。', en: 'The file is empty.' },
  length: { ja: 'ファイルの長さが正しくありません。', en: 'The file does not have whole records.' },
  'line-ends': { ja: '改行コードが正しくありません。', en: 'The line ends are not CR LF.' },
  order: { ja: 'レコードの並びが正しくありません。', en: 'The records are not in their order.' },
  unreadable: { ja: '読み取れない項目があります。', en: 'A field cannot be read.' },
  kind: {
    ja: '振込入金通知（種別01、JIS）のファイルではありません。',
    en: 'This is no file of transfer notices (kind 01, JIS).',
  },
  date: { ja: '日付が正しくありません。', en: 'A date is not right.' },
  totals: { ja: '合計が明細と一致しません。', en: 'The totals are not those of the records.' },
};
