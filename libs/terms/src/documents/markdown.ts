import MarkdownIt from 'markdown-it';

/** A line of a text that binds is a line of its own, also without an empty one before it. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true });

// Items keep the numbers that they were written with: 第21号 stays 21 where there is no 第20号.
markdown.core.ruler.push('written-numbers', ({ tokens }) => {
  for (const token of tokens)
    if (token.type === 'list_item_open' && token.info !== '') token.attrSet('value', token.info);
});

/** HTML of a text that operators wrote; HTML within the text is shown, not run. */
export const htmlOf = (text: string): string => markdown.render(text);
