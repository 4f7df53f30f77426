import type { TextRun } from '#platform/pdf';

/** What does not begin a line: closing marks, and what belongs to the letter before it (行頭禁則). */
const neverFirst =
  /[、。，．,.・：；:;？！?!ー〜～…‥’”）)〕\]｝}〉》」』】々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%]/u;
/** What does not end a line: opening marks (行末禁則). */
const neverLast = /[（([｛{〔〈《「『【‘“￥¥$＄]/u;
/** Words and numbers of the Latin script stay whole. */
const latin = /[\p{Script=Latin}\p{Nd}@_/+&'-]/u;

interface Letter extends TextRun {
  readonly width: number;
}

const isBound = (before: string, after: string): boolean =>
  neverFirst.test(after) || neverLast.test(before) || (latin.test(before) && latin.test(after));

/**
 * A text broken into lines by the rules of Japanese typesetting, across the borders of its runs.
 * @param width of a line
 * @param widthOf the width of one letter, in the same unit
 */
export const brokenLines = (
  runs: readonly TextRun[],
  width: number,
  widthOf: (letter: string) => number,
): readonly (readonly TextRun[])[] => {
  const letters = runs.flatMap(({ text, isUnderlined }) =>
    Array.from(text, (letter) => ({ text: letter, isUnderlined, width: widthOf(letter) })),
  );
  const lines: Letter[][] = [[]];
  for (const cluster of clustersOf(letters, width)) {
    const line = lines.at(-1);
    const isBlank = cluster.every(({ text }) => text.trim() === '');
    if (line && (line.length === 0 || isBlank || total(line) + total(cluster) <= width))
      line.push(...cluster);
    else lines.push([...cluster]);
  }
  return lines.map(runsOf);
};

/** Letters that stay together, at most as wide as a line. */
const clustersOf = (letters: readonly Letter[], width: number): readonly Letter[][] => {
  const clusters: Letter[][] = [];
  for (const letter of letters) {
    const cluster = clusters.at(-1);
    const last = cluster?.at(-1);
    const isOne = last !== undefined && isBound(last.text, letter.text);
    if (cluster && isOne && total(cluster) + letter.width <= width) cluster.push(letter);
    else clusters.push([letter]);
  }
  return clusters;
};

const total = (letters: readonly Letter[]): number =>
  letters.reduce((sum, letter) => sum + letter.width, 0);

const runsOf = (letters: readonly Letter[]): readonly TextRun[] => {
  const runs: TextRun[] = [];
  for (const { text, isUnderlined } of letters) {
    const last = runs.at(-1);
    if (last?.isUnderlined === isUnderlined)
      runs[runs.length - 1] = { text: last.text + text, isUnderlined };
    else runs.push({ text, isUnderlined });
  }
  return runs;
};
