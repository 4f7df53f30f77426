import type { Unmappable } from './charset.js';

const wide =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン';
const narrow = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ';

/** Small kana become large, the long vowel a hyphen, ヲ an ｵ; bank files know none of them. */
const replaced: readonly (readonly [from: string, to: string])[] = [
  ['ァィゥェォッャュョヮヵヶ', 'ｱｲｳｴｵﾂﾔﾕﾖﾜｶｹ'],
  ['ｧｨｩｪｫｯｬｭｮ', 'ｱｲｳｴｵﾂﾔﾕﾖ'],
  ['ヲｦ', 'ｵｵ'],
  ['ーｰ', '--'],
  ['・･', '..'],
  ['゛゜\u3099\u309a', 'ﾞﾟﾞﾟ'],
  ['「」￥、，', '｢｣¥,,'],
  ['\u3000', ' '],
];

const toBank = new Map(
  [[wide, narrow] as const, ...replaced].flatMap(([from, to]) => {
    const targets = Array.from(to);
    return Array.from(from).map((character, i) => [character, targets[i] ?? ''] as const);
  }),
);

/** Half-width already, or a sign that some bank may take. */
const asItIs = /^[ -}ｱ-ﾟ｢｣¥]$/u;

/**
 * Turns a name as people write it into bank characters: half-width, capitals, voicing marks apart. What has no such
 * form (kanji, hiragana, emoji) is never dropped or guessed at.
 * @clause W6.1
 */
export const toBankKana = (text: string): { readonly text: string } | Unmappable => {
  let converted = '';
  for (const [i, character] of Array.from(text).entries()) {
    const mapped = bankForm(character);
    if (mapped === undefined) return { character, position: i + 1 };
    converted += mapped;
  }
  return { text: converted };
};

const bankForm = (character: string): string | undefined => {
  let form = '';
  // Voiced kana fall apart into the kana and its mark; nothing else that has a bank form falls apart.
  for (const part of character.normalize('NFD')) {
    const single = toBank.get(part) ?? halfWidth(part);
    if (single === undefined) return undefined;
    form += single;
  }
  return form;
};

const halfWidth = (character: string): string | undefined => {
  const code = character.codePointAt(0) ?? 0;
  const ascii = code >= 0xff01 && code <= 0xff5d ? String.fromCharCode(code - 0xfee0) : character;
  return asItIs.test(ascii) ? ascii.replace(/[a-z]/, (letter) => letter.toUpperCase()) : undefined;
};
