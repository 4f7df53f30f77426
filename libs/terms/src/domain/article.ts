/** A 条 with its heading, or what stands before the first one. */
export interface Article {
  /** The heading as written, without Markdown's signs: `第6条（問い合わせ窓口）`. Empty for the preamble. */
  readonly heading: string;
  /** Its lines: paragraphs (項), items (号) and what else has a line of its own. */
  readonly paragraphs: readonly string[];
}

const articleLine = /^第[0-9０-９一二三四五六七八九十百]+条/;
const supplementLine = /^(附則|付則)/;
const markdownHeading = /^#{1,6}\s+/;

const isHeading = (line: string): boolean => {
  const text = plain(line);
  return markdownHeading.test(line) || articleLine.test(text) || supplementLine.test(text);
};

/** The line as read: without the signs of headings, emphasis and lists that Markdown has. */
const plain = (line: string): string =>
  line
    .replace(markdownHeading, '')
    .replace(/^\s*[-*]\s+/, '')
    .replaceAll(/\*\*|__/g, '')
    .trim();

/** Says that nothing follows; belongs to no article. */
const endMark = '以上';

/** A text in Markdown, taken apart into its articles. Joined again they hold every line that is not empty. */
export const articlesOf = (markdown: string): readonly Article[] => {
  const articles: { heading: string; paragraphs: string[] }[] = [{ heading: '', paragraphs: [] }];
  for (const line of markdown.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim() === endMark) continue;
    if (isHeading(line)) articles.push({ heading: plain(line), paragraphs: [] });
    else articles.at(-1)?.paragraphs.push(plain(line));
  }
  return articles.filter(({ heading, paragraphs }) => heading !== '' || paragraphs.length > 0);
};
