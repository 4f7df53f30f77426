import type { Block, Columns, Inline, List, Mail } from './blocks.js';

/** The plain-text alternative of a mail built of blocks: what people read who read no HTML. */
export const textOfBlocks = (mail: Mail): string => partsOf(mail).join('\n\n');

const partsOf = (blocks: readonly (Block | Columns)[]): string[] =>
  blocks.flatMap(linesOf).filter((part) => part !== '');

const linesOf = (block: Block | Columns): string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [inlineText(block.inline)];
    case 'heading': {
      const text = inlineText(block.inline);
      return text === '' ? [] : [`■ ${text}`];
    }
    case 'list':
      return [listLines(block).join('\n')];
    case 'image':
      return [[block.alt, block.href].filter((line) => line !== '').join('\n')];
    case 'button':
      return [[block.label, block.href].filter((line) => line !== '').join('\n')];
    case 'divider':
      return ['-'.repeat(40)];
    case 'spacer':
      return [];
    case 'columns':
      return block.columns.flatMap(partsOf);
  }
};

const listLines = ({ ordered, items }: List): string[] =>
  items.flatMap(({ lines, lists }, i) => {
    const sign = ordered ? `${i + 1}. ` : '・';
    const [first = '', ...rest] = inlineText(lines).split('\n');
    const below = [...rest, ...lists.flatMap(listLines)];
    return [sign + first, ...below.map((line) => `\u3000${line}`)];
  });

const inlineText = (inline: readonly Inline[]): string => inline.map(pieceOf).join('').trim();

/** A link's address stands in angle brackets behind its words, unless they are the address. @rfc 3986 appendix C */
const pieceOf = (piece: Inline, i: number, all: readonly Inline[]): string => {
  if (piece.kind === 'break') return '\n';
  if (piece.kind === 'merge') return piece.source;
  const { text, href } = piece;
  const next = all[i + 1];
  const goesOn = next?.kind === 'words' && next.href === href;
  if (href === null || href === '' || goesOn || text === href) return text;
  return `${text} <${href}>`;
};
