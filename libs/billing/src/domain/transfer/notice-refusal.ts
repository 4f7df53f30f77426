import type { Texts } from '#lib/kernel';
import type { FramingProblem } from '../zengin/framing.js';

export type NoticeProblem =
  | FramingProblem
  | 'order'
  | 'unreadable'
  | 'kind'
  | 'other-bank'
  | 'head-lines'
  | 'date'
  | 'totals';

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
  'other-bank': {
    ja: '選んだ金融機関のファイルではありません。',
    en: 'This is not a file of the bank that was chosen.',
  },
  'head-lines': {
    ja: '見出しの行数の設定が合いません。入金の行が見出しとして読み飛ばされます。',
    en: 'The number of head lines is not right: a transfer would be passed over as one.',
  },
  date: {
    ja: '日付が正しくないか、今日から離れすぎています。',
    en: 'A date is not right, or too far from today.',
  },
  totals: { ja: '合計が明細と一致しません。', en: 'The totals are not those of the records.' },
};
