import { align } from './align.js';
import type { Pair } from './align.js';
import { articlesOf } from './article.js';
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

/** A text in one of its versions, with the line that names it: `利用規約 2020年2月21日 第十三版`. */
export interface NamedText {
  readonly title: string;
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
  const titles = markChanges(before.title, after.title);
  const title: RevisionRow = { old: [titles.old], new: [titles.new], remark: 'changed' };
  return joinOmissions([title, ...pairs.flatMap(rowsOfArticle)]);
};

/** The heading tells more about what an article is than its text does. */
const articleLikeness = (a: Article, b: Article): number => {
  const text = likeness(a.paragraphs.join('\n'), b.paragraphs.join('\n'));
  const heading = nameOf(a) === nameOf(b) ? 1 : likeness(a.heading, b.heading);
  return a.heading === b.heading ? 0.9 + 0.1 * text : 0.6 * heading + 0.3 * text;
};

/** The heading without its number, which moves when an article before it comes or goes. */
const nameOf = ({ heading }: Article): string => heading.replace(/^第[^条]+条/, '').trim();

const linesOf = ({ heading, paragraphs }: Article): readonly string[] =>
  heading === '' ? paragraphs : [heading, ...paragraphs];

const rowsOfArticle = ({ left, right }: Pair<Article>): readonly RevisionRow[] => {
  if (left === null) return [{ new: linesOf(right).map(marked), old: omitted, remark: 'new' }];
  if (right === null) return [{ new: omitted, old: linesOf(left).map(marked), remark: 'deleted' }];
  const rows = align(left.paragraphs, right.paragraphs, likeness).map(rowOfParagraph);
  const heading = markChanges(left.heading, right.heading);
  const isRenamed = left.heading !== right.heading;
  if (!isRenamed && rows.every(({ remark }) => remark === 'omitted')) return [omittedRow];
  const headingRow: RevisionRow = {
    old: [heading.old],
    new: [heading.new],
    remark: isRenamed ? 'changed' : 'omitted',
  };
  return joinHeading(headingRow, joinOmissions(rows));
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
  if (heading.new.every((line) => line.every(({ text }) => text === '')))
    return first ? [first, ...rest] : [];
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

/** Rows of nothing but omissions that follow each other are one. */
const joinOmissions = (rows: readonly RevisionRow[]): readonly RevisionRow[] =>
  rows.filter((row, i) => row !== omittedRow || rows[i - 1] !== omittedRow);
