import { align } from './align.js';
import type { Pair } from './align.js';
import { articlesOf, nameOf } from './article.js';
import type { Article } from './article.js';
import { likeness } from './likeness.js';
import { markChanges, marked, unmarked } from './marked-text.js';
import type { Run } from './marked-text.js';

export type Remark = 'changed' | 'new' | 'deleted' | 'omitted';

/** One line of text in a cell; a cell has several. */
export type Line = readonly Run[];

export interface RevisionRow {
  readonly new: readonly Line[];
  readonly old: readonly Line[];
  readonly remark: Remark;
}

/** A text in one of its versions. */
export interface NamedText {
  /** `利用規約`. */
  readonly title: string;
  /** What tells this version from others: `2020年2月21日 第十三版`. */
  readonly edition: string;
  readonly markdown: string;
}

/** Stands for what both versions have alike. */
const omission = '（略）';
const omitted: readonly Line[] = [unmarked(omission)];

/**
 * The comparison table of two versions (新旧対照表), article by article: what is new is marked on its side, what both
 * have alike is left out, each row says what happened to it.
 * @clause D1 (表題, 表)
 */
export const revisionTable = (before: NamedText, after: NamedText): readonly RevisionRow[] => {
  const pairs = align(articlesOf(before.markdown), articlesOf(after.markdown), articleLikeness);
  const title: RevisionRow = { old: [nameLine(before)], new: [nameLine(after)], remark: 'changed' };
  return joinOmissions([title, ...pairs.flatMap(rowsOfArticle)]);
};

const nameLine = ({ title, edition }: NamedText): Line => [
  ...unmarked(`${title} `),
  ...marked(edition),
];

/** The heading tells more about what an article is than its text does. */
const articleLikeness = (a: Article, b: Article): number => {
  const text = likeness(a.paragraphs.join('\n'), b.paragraphs.join('\n'));
  const [left, right] = [a.heading.join('\n'), b.heading.join('\n')];
  const heading = nameOf(a) === nameOf(b) ? 1 : likeness(left, right);
  return left === right ? 0.9 + 0.1 * text : 0.6 * heading + 0.3 * text;
};

const rowsOfArticle = ({ left, right }: Pair<Article>): readonly RevisionRow[] => {
  if (left === null) return [{ new: linesOf(right).map(marked), old: omitted, remark: 'new' }];
  if (right === null) return [{ new: omitted, old: linesOf(left).map(marked), remark: 'deleted' }];
  const rows = align(left.paragraphs, right.paragraphs, likeness).map(rowOfParagraph);
  const heading = headingRow(left.heading, right.heading);
  if (heading.remark === 'omitted' && rows.every(({ remark }) => remark === 'omitted'))
    return [omittedRow];
  return joinHeading(heading, joinOmissions(rows));
};

const linesOf = ({ heading, paragraphs }: Article): readonly string[] => [
  ...heading,
  ...paragraphs,
];

/** Shown whole on both sides, also where nothing changed, so that a reader knows where the row stands. */
const headingRow = (before: readonly string[], after: readonly string[]): RevisionRow => {
  const count = Math.max(before.length, after.length);
  // A caption may be on one side only; the number stands last.
  const lines = Array.from({ length: count }, (_, i) =>
    markChanges(before.at(i - count) ?? '', after.at(i - count) ?? ''),
  );
  const isRenamed = before.join('\n') !== after.join('\n');
  return {
    old: lines.map((line) => line.old),
    new: lines.map((line) => line.new),
    remark: isRenamed ? 'changed' : 'omitted',
  };
};

const omittedRow: RevisionRow = { new: omitted, old: omitted, remark: 'omitted' };

const rowOfParagraph = ({ left, right }: Pair<string>): RevisionRow => {
  if (left === null) return { new: [marked(right)], old: omitted, remark: 'new' };
  if (right === null) return { new: omitted, old: [marked(left)], remark: 'deleted' };
  if (left === right) return omittedRow;
  const changes = markChanges(left, right);
  return { new: [changes.new], old: [changes.old], remark: 'changed' };
};

/** A heading stands in the same cell as what follows it, so that no row holds a heading alone. */
const joinHeading = (
  heading: RevisionRow,
  [first, ...rest]: readonly RevisionRow[],
): readonly RevisionRow[] => {
  if (heading.new.length === 0) return first ? [first, ...rest] : [];
  if (!first) return [heading];
  return [
    {
      new: [...heading.new, ...first.new],
      old: [...heading.old, ...first.old],
      remark: heading.remark === 'changed' ? 'changed' : first.remark,
    },
    ...rest,
  ];
};

/** An omission that follows another one, also one at the end of a cell, says nothing. */
const joinOmissions = (rows: readonly RevisionRow[]): readonly RevisionRow[] =>
  rows.filter((row, i) => row !== omittedRow || !endsOmitted(rows[i - 1]));

const endsOmitted = (row: RevisionRow | undefined): boolean =>
  row !== undefined && row.new.at(-1) === omitted[0] && row.old.at(-1) === omitted[0];
