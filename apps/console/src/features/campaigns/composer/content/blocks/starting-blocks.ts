import type { JSONContent } from '@tiptap/core';

const addresses = /(https?:\/\/[\w\-./?=&%#~:;+,@!]+)/;
const fields = /(\{\{[^{}<>]+\}\})/;

/** A mail of blocks to begin with: the paragraphs of the plain text, merge fields and addresses made ready. */
export const startingBlocks = (text: string): JSONContent => {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return {
    type: 'doc',
    content: (paragraphs.length > 0 ? paragraphs : ['']).map((paragraph) => ({
      type: 'paragraph',
      content: paragraph
        .split('\n')
        .flatMap((line, i) => [...(i > 0 ? [{ type: 'hardBreak' }] : []), ...piecesOf(line)]),
    })),
  };
};

const piecesOf = (line: string): JSONContent[] =>
  line
    .split(fields)
    .flatMap((part, i) =>
      i % 2 === 1
        ? [{ type: 'mergeField', attrs: { source: part, label: nameIn(part) } }]
        : part.split(addresses).map((words, j) => textNode(words, j % 2 === 1)),
    )
    .filter((node) => node.type !== 'text' || node.text !== '');

const textNode = (text: string, isAddress: boolean): JSONContent => ({
  type: 'text',
  text,
  ...(isAddress && { marks: [{ type: 'link', attrs: { href: text } }] }),
});

const nameIn = (liquid: string): string => liquid.slice(2, -2).split('|', 1)[0]?.trim() ?? '';
