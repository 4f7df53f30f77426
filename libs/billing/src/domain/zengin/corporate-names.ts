import { toBankKana } from './bank-kana.js';

/** What a corporation calls its form, by kanji, ligature and reading; the bank's abbreviation first. */
const forms: readonly (readonly [abbreviation: string, ...names: string[]])[] = [
  ['ｶ', '株式会社', '㈱', '(株)', '（株）', '㍿', 'カブシキガイシャ', 'カブシキカイシャ'],
  ['ﾕ', '有限会社', '㈲', '(有)', '（有）', 'ユウゲンガイシャ', 'ユウゲンカイシャ'],
  ['ﾄﾞ', '合同会社', '(同)', '（同）', 'ゴウドウガイシャ', 'ゴウドウカイシャ'],
  ['ｼ', '合資会社', '㈾', '(資)', '（資）', 'ゴウシガイシャ', 'ゴウシカイシャ'],
  ['ﾒ', '合名会社', '㈴', '(名)', '（名）', 'ゴウメイガイシャ', 'ゴウメイカイシャ'],
  ['ｲ', '医療法人社団', '医療法人財団', '医療法人', 'イリョウホウジン'],
  [
    'ｼﾔ',
    '一般社団法人',
    '公益社団法人',
    '社団法人',
    'イッパンシャダンホウジン',
    'シャダンホウジン',
  ],
  [
    'ｻﾞｲ',
    '一般財団法人',
    '公益財団法人',
    '財団法人',
    'イッパンザイダンホウジン',
    'ザイダンホウジン',
  ],
  ['ｶﾞｸ', '学校法人', 'ガッコウホウジン'],
  ['ｼﾕｳ', '宗教法人', 'シュウキョウホウジン'],
  ['ﾌｸ', '社会福祉法人', 'シャカイフクシホウジン'],
  ['ｿ', '相互会社', 'ソウゴガイシャ', 'ソウゴカイシャ'],
  ['ﾍﾞﾝ', '弁護士法人', 'ベンゴシホウジン'],
  ['ｾﾞｲ', '税理士法人', 'ゼイリシホウジン'],
  ['ｼﾎｳ', '司法書士法人', 'シホウショシホウジン'],
  ['ｷﾞﾖ', '行政書士法人', 'ギョウセイショシホウジン'],
  ['ﾛｳﾑ', '社会保険労務士法人', 'シャカイホケンロウムシホウジン'],
  ['ﾄﾞｸ', '独立行政法人', 'ドクリツギョウセイホウジン'],
  ['ﾀﾞｲ', '国立大学法人', '公立大学法人'],
  ['ﾉｳ', '農事組合法人', 'ノウジクミアイホウジン'],
  ['ﾄｸﾋ', '特定非営利活動法人', 'NPO法人', 'ＮＰＯ法人', 'トクテイヒエイリカツドウホウジン'],
];

const abbreviationOf = new Map(
  forms.flatMap(([abbreviation, ...names]) => names.map((name) => [name, abbreviation] as const)),
);

/** The longer name first: 一般社団法人 is not 社団法人 with something before it. */
const alternatives = [...abbreviationOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[()]/g, '\\$&'))
  .join('|');
const formInName = new RegExp(`[ \u3000]*(${alternatives})[ \u3000]*`, 'u');

/**
 * Writes the form of a corporation as banks do: `ｶ)` in front, `(ｶ` behind, `(ｶ)` in between. The rest stays as it is.
 * @clause W6.1
 */
export const abbreviateCorporation = (name: string): string => {
  const text = name.trim();
  const found = formInName.exec(text);
  if (!found) return text;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  const abbreviation = abbreviationOf.get(found[1] ?? '') ?? '';
  if (before === '') return `${abbreviation})${after}`;
  return after === '' ? `${before}(${abbreviation}` : `${before}(${abbreviation})${after}`;
};

const marks = forms.map(([abbreviation]) => abbreviation).join('|');
/** The readings as they arrive in payers' names. */
const readings = [...abbreviationOf.keys()]
  .flatMap((name) => {
    const bank = toBankKana(name);
    return /^\p{Script=Katakana}/u.test(name) && 'text' in bank ? [bank.text] : [];
  })
  .sort((a, b) => b.length - a.length)
  .join('|');
const markAnywhere = new RegExp(
  `^(${marks})\\)|\\((${marks})\\)?$|\\((${marks})\\)|${readings}`,
  'u',
);

/** A bank's name without the form of the corporation, wherever it stands: payers often leave it out. @clause W6.1 */
export const withoutCorporateMark = (bankName: string): string =>
  bankName.replace(markAnywhere, '').trim();
