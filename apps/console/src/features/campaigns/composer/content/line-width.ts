/**
 * Widths as mail programs with fixed characters count them: Japanese characters take two columns, others one.
 * Merge fields are taken as they are written.
 */
export const columnsOf = (line: string): number => {
  let columns = 0;
  for (const character of line) columns += isWide(character) ? 2 : 1;
  return columns;
};

const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}|[\u{20000}-\u{3fffd}]/u.test(
    character,
  );

/** Numbers of the lines, from 1, that are wider than so many full-width characters. */
export const longLines = (text: string, fullWidth: number): number[] =>
  text.split('\n').flatMap((line, i) => (columnsOf(line) > fullWidth * 2 ? [i + 1] : []));
