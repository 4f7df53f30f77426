import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** HTML of a text that operators wrote; HTML within the text is shown, not run. */
export const htmlOf = (text: string): string => markdown.render(text);
