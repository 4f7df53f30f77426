import type { Texts } from './locale.js';

/** Why a text is no e-mail address we can send to, with what the person can do about it. */
export const addressProblemTexts = {
  empty: {
    ja: 'メールアドレスを入力してください。',
    en: 'Enter an e-mail address.',
  },
  'too-long': {
    ja: 'メールアドレスが長すぎます。全体で254文字までです。',
    en: 'The e-mail address is too long: at most 254 characters in all.',
  },
  'control-character': {
    ja: '改行などの見えない文字が含まれています。メールアドレスを一行で入力し直してください。',
    en: 'There is a line break or another invisible character. Type the address again on one line.',
  },
  'has-space': {
    ja: 'メールアドレスの途中に空白があります。空白を取り除いてください。',
    en: 'There is a space inside the e-mail address. Remove it.',
  },
  'has-name': {
    ja: '名前や < > を付けず、メールアドレスだけを入力してください。',
    en: 'Enter the e-mail address alone, without a name or < >.',
  },
  'no-at': {
    ja: 'メールアドレスに @ がありません。name@example.jp の形で入力してください。',
    en: 'The e-mail address has no @. Write it like name@example.jp.',
  },
  'many-at': {
    ja: '@ が二つ以上あります。メールアドレスを一つだけ入力してください。',
    en: 'There is more than one @. Enter a single e-mail address.',
  },
  'local-empty': {
    ja: '@ の前が空です。name@example.jp の形で入力してください。',
    en: 'There is nothing before the @. Write it like name@example.jp.',
  },
  'local-too-long': {
    ja: '@ の前が長すぎます。64文字までです。',
    en: 'The part before the @ is too long: at most 64 characters.',
  },
  'local-not-ascii': {
    ja: '@ の前に日本語などの文字があります。このようなアドレスには配信できません。半角英数字のアドレスを入力してください。',
    en: 'The part before the @ has letters outside plain English. We cannot send to such addresses; enter another one.',
  },
  'local-bad-character': {
    ja: '@ の前に使えない記号があります。入力の誤りがないか確かめてください。',
    en: 'The part before the @ has a sign that cannot stand there. Check the spelling.',
  },
  'local-dots': {
    ja: '@ の前で、ピリオドが先頭か末尾にあるか、続いています。ピリオドの位置を確かめてください。',
    en: 'The part before the @ begins or ends with a dot, or has two in a row. Check the dots.',
  },
  'local-quoted': {
    ja: '引用符 " を使うメールアドレスには配信できません。別のアドレスを入力してください。',
    en: 'We cannot send to an address that needs quotation marks. Enter another one.',
  },
  'domain-empty': {
    ja: '@ の後ろが空です。name@example.jp の形で入力してください。',
    en: 'There is nothing after the @. Write it like name@example.jp.',
  },
  'domain-bad': {
    ja: '@ の後ろ(ドメイン)の形が正しくありません。入力の誤りがないか確かめてください。',
    en: 'The part after the @ (the domain) is malformed. Check the spelling.',
  },
  'domain-literal': {
    ja: '@ の後ろにIPアドレスは使えません。example.jp のようなドメイン名を入力してください。',
    en: 'An IP address cannot stand after the @. Enter a domain name such as example.jp.',
  },
  'domain-not-public': {
    ja: '@ の後ろがインターネットで届くドメイン名ではありません。example.jp のように最後まで入力してください。',
    en: 'The part after the @ is not a domain that the Internet can reach. Write it in full, such as example.jp.',
  },
} as const satisfies Record<string, Texts>;

export type AddressProblem = keyof typeof addressProblemTexts;
