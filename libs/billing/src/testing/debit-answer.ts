const ascii = (text: string): number[] => Array.from(text, (each) => each.charCodeAt(0));

const recordLength = 122;

/** The bank's answer to a request with CR LF: its own bytes with result codes and sums filled in. */
export const debitAnswer = (request: Uint8Array, codes: readonly string[]): Uint8Array => {
  const file = Uint8Array.from(request);
  const sums = { settled: [0, 0], failed: [0, 0] };
  for (const [i, code] of codes.entries()) {
    const start = recordLength * (i + 1);
    const amount = Number(String.fromCharCode(...file.subarray(start + 80, start + 90)));
    file.set(ascii(code), start + 111);
    const sum = code === '0' ? sums.settled : sums.failed;
    sum[0] = (sum[0] ?? 0) + 1;
    sum[1] = (sum[1] ?? 0) + amount;
  }
  const text = [sums.settled, sums.failed]
    .map(
      ([count = 0, amount = 0]) =>
        String(count).padStart(6, '0') + String(amount).padStart(12, '0'),
    )
    .join('');
  file.set(ascii(text), recordLength * (codes.length + 1) + 19);
  return file;
};
