/** A 条 with its heading, or what stands before the first one. */
export interface Article {
  /**
   * The heading as written, line by line, without Markdown's signs: `第6条（問い合わせ窓口）`, or its caption and its
   * number on a line each. Empty for the preamble.
   */
  readonly heading: readonly string[];
  /** Its lines: paragraphs (項), items (号) and what else has a line of its own. */
  readonly paragraphs: readonly string[];
}

const numeral = '[0-9０-９一二三四五六七八九十百]+';
/** `第6条（…）`, `第12条の2 …`; not a sentence that begins with the number of an article. */
const articleNumber = new RegExp(`^第${numeral}条(の${numeral})*(?=$|[\\s（(])`);
const supplementLine = /^(附則|付則)/;
const markdownHeading = /^#{1,6}\s+/;
/** What an article is about, on the line above its number. */
const captionLine = /^[（(][^（）()]+[）)]$/;

/** The line as read: without the signs of headings, emphasis and lists that Markdown has. */
const plain = (line: string): string =>
  line
    .replace(markdownHeading, '')
    .replace(/^\s*[-*]\s+/, '')
    .replaceAll(/\*\*|__/g, '')
    .trim();

/** Says that nothing follows; belongs to no article. */
const endMark = '以上';

const isHeading = (line: string): boolean => {
  const text = plain(line);
  return markdownHeading.test(line) || articleNumber.test(text) || supplementLine.test(text);
};

/** A text in Markdown, taken apart into its articles. Joined again they hold every line that is not empty. */
export const articlesOf = (markdown: string): readonly Article[] => {
  const lines = markdown
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && line.trim() !== endMark);
  const articles: { heading: string[]; paragraphs: string[] }[] = [{ heading: [], paragraphs: [] }];
  lines.forEach((line, i) => {
    const text = plain(line);
    const [before, after] = [lines[i - 1], lines[i + 1]];
    const isCaption = captionLine.test(text) && after !== undefined && isNumber(after);
    const hasCaption = isNumber(line) && before !== undefined && captionLine.test(plain(before));
    const article = articles.at(-1);
    if (hasCaption) article?.heading.push(text);
    else if (isCaption || isHeading(line)) articles.push({ heading: [text], paragraphs: [] });
    else article?.paragraphs.push(text);
  });
  return articles.filter(({ heading, paragraphs }) => heading.length + paragraphs.length > 0);
};

const isNumber = (line: string): boolean => articleNumber.test(plain(line));

/** What an article is about, without its number, which moves when an article before it comes or goes. */
export const nameOf = ({ heading }: Article): string =>
  heading.length > 1 ? (heading[0] ?? '') : (heading[0] ?? '').replace(articleNumber, '').trim();
