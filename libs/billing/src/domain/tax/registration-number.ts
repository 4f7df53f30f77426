import type { Texts } from '#lib/kernel';

type RegistrationProblem = 'format' | 'check-digit';

export type RegistrationReading =
  | {
      /** `T` and thirteen digits. */
      readonly number: string;
      /** Somebody else's number whose check digit is wrong: numbers of sole proprietors need not have one. */
      readonly doubtful: boolean;
    }
  | { readonly problem: RegistrationProblem };

/**
 * Reads a 登録番号 (消費税法57条の2). A corporation's own number must have the right check digit; anybody else's is only
 * doubted.
 * @clause W22.2
 */
export const readRegistrationNumber = (
  text: string,
  owner: 'own-corporation' | 'other',
): RegistrationReading => {
  const number = text.normalize('NFKC').trim();
  if (!/^T[1-9]\d{12}$/.test(number)) return { problem: 'format' };
  const right = checkDigit(number.slice(2)) === Number(number[1]);
  if (!right && owner === 'own-corporation') return { problem: 'check-digit' };
  return { number, doubtful: !right };
};

/**
 * The first of the thirteen digits, from the other twelve: 9 less the remainder by 9 of the sum in which every second
 * digit from the right counts twice. Never 0 (法人番号の指定等に関する省令).
 * @clause W22.2
 */
export const checkDigit = (base: string): number => {
  const sum = Array.from(base)
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
};

export const registrationProblemTexts: Readonly<Record<RegistrationProblem, Texts>> = {
  format: {
    ja: '登録番号は「T」と13桁の数字で入力してください。',
    en: 'A registration number is the letter T and thirteen digits.',
  },
  'check-digit': {
    ja: '登録番号の検査数字が合いません。入力をご確認ください。',
    en: 'The check digit of the registration number is wrong. Please look at what was typed.',
  },
};
