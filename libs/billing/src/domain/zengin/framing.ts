const cr = 0x0d;
const lf = 0x0a;
const endOfFile = 0x1a;

export type FramingProblem = 'empty' | 'length' | 'line-ends';

/**
 * Cuts a file into records of equal length, each followed by CR LF or none of them; the last may go without.
 * End-of-file marks behind them are ignored. A lone CR or LF is refused.
 * @clause W6.1
 */
export const splitRecords = (
  file: Uint8Array,
  length: number,
): { readonly records: readonly Uint8Array[] } | { readonly problem: FramingProblem } => {
  const bytes = file.subarray(0, file.findLastIndex((byte) => byte !== endOfFile) + 1);
  if (bytes.length === 0) return { problem: 'empty' };
  if (hasLineEnd(bytes, length) && (bytes[length] === lf || bytes[length + 1] !== lf))
    return { problem: 'line-ends' };
  const step = hasLineEnd(bytes, length) ? length + 2 : length;
  const count = Math.ceil(bytes.length / step);
  const whole = bytes.length === count * step || bytes.length === count * step - (step - length);
  if (!whole) return { problem: 'length' };
  const starts = Array.from({ length: count }, (_, i) => i * step);
  const records = starts.map((start) => bytes.subarray(start, start + length));
  const ends = starts.map((start) => bytes.subarray(start + length, start + step));
  const clean =
    records.every((record) => !record.includes(cr) && !record.includes(lf)) &&
    ends.every((end) => end.length === 0 || (end[0] === cr && end[1] === lf));
  return clean ? { records } : { problem: 'line-ends' };
};

const hasLineEnd = (bytes: Uint8Array, length: number): boolean =>
  bytes[length] === cr || bytes[length] === lf;
