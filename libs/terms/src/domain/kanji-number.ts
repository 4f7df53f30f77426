const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 … 999 as versions of terms are counted: 13 → 十三. */
export const kanjiNumber = (n: number): string => {
  if (!Number.isInteger(n) || n < 1 || n > 999) throw new RangeError('A number from 1 to 999');
  const place = (digit: number, sign: string): string =>
    digit === 0 ? '' : `${digit === 1 ? '' : (digits[digit] ?? '')}${sign}`;
  return `${place(Math.floor(n / 100), '百')}${place(Math.floor(n / 10) % 10, '十')}${digits[n % 10] ?? ''}`;
};
