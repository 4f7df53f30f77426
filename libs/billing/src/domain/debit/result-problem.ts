import type { Texts } from '#lib/kernel';
import type { FramingProblem } from '../zengin/framing.js';

/** Why a result file is refused. */
export type ResultProblem =
  | FramingProblem
  | 'order'
  | 'unreadable'
  | 'other-export'
  | 'unknown-customer'
  | 'repeated-customer'
  | 'differs'
  | 'totals';

export const resultProblemTexts: Readonly<Record<ResultProblem, Texts>> = {
  empty: { ja: 'ファイルが空です。', en: 'The file is empty.' },
  length: { ja: 'ファイルの長さが正しくありません。', en: 'The file does not have whole records.' },
  'line-ends': { ja: '改行コードが正しくありません。', en: 'The line ends are not CR LF.' },
  order: {
    ja: 'レコードの並びまたは件数が、依頼したデータと一致しません。',
    en: 'The order or number of the records is not that of the request.',
  },
  unreadable: {
    ja: '読み取れない文字があります。',
    en: 'The file has characters that cannot be read.',
  },
  'other-export': {
    ja: '別の依頼データの結果ファイルです。',
    en: 'This is the result of another request.',
  },
  'unknown-customer': {
    ja: '依頼していない顧客番号があります。',
    en: 'The file has a customer number that was not in the request.',
  },
  'repeated-customer': {
    ja: '同じ顧客番号が2回現れます。',
    en: 'The file has a customer number twice.',
  },
  differs: {
    ja: '口座または金額が、依頼したデータと一致しません。',
    en: 'An account or amount is not that of the request.',
  },
  totals: { ja: '合計が明細と一致しません。', en: 'The totals are not those of the records.' },
};
