import { mailWidth } from './blocks.js';
import type { Alignment, Block, Columns, Inline, Item, List, Mail } from './blocks.js';
import { NotBlocks, nodeOf, numberOf, textOf } from './node.js';
import type { Node } from './node.js';

/** Reads the document of the visual editor. What it does not know is refused, so that nothing is lost unseen. @throws NotBlocks */
export const readBlocks = (document: unknown): Mail => {
  const root = nodeOf(document);
  if (root.type !== 'doc') throw new NotBlocks(root.type);
  return root.content.map((node) => (node.type === 'columns' ? columnsOf(node) : blockOf(node)));
};

const columnsOf = ({ content }: Node): Columns => {
  if (content.length < 1 || content.length > 3) throw new NotBlocks('columns');
  return {
    kind: 'columns',
    columns: content.map((column) => {
      if (column.type !== 'column') throw new NotBlocks(`columns > ${column.type}`);
      return column.content.map(blockOf);
    }),
  };
};

const blockOf = (node: Node): Block => {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', align: alignOf(node), inline: node.content.map(inlineOf) };
    case 'heading':
      return {
        kind: 'heading',
        level: levelOf(node),
        align: alignOf(node),
        inline: node.content.map(inlineOf),
      };
    case 'bulletList':
    case 'orderedList':
      return listOf(node);
    case 'image':
      return {
        kind: 'image',
        src: textOf(node, 'src'),
        alt: textOf(node, 'alt'),
        width: numberOf(node, 'width', { min: 16, max: mailWidth, otherwise: mailWidth }),
        href: textOf(node, 'href'),
      };
    case 'button':
      return { kind: 'button', label: textOf(node, 'label'), href: textOf(node, 'href') };
    case 'horizontalRule':
      return { kind: 'divider' };
    case 'spacer':
      return {
        kind: 'spacer',
        height: numberOf(node, 'height', { min: 4, max: 200, otherwise: 24 }),
      };
    default:
      throw new NotBlocks(node.type);
  }
};

const listOf = (node: Node): List => ({
  kind: 'list',
  ordered: node.type === 'orderedList',
  items: node.content.map(itemOf),
});

const isList = ({ type }: Node): boolean => type === 'bulletList' || type === 'orderedList';

/** Paragraphs of one item stand below each other in it; lists within it come last. */
const itemOf = (node: Node): Item => {
  const paragraphs = node.content.filter((each) => !isList(each));
  const stranger = paragraphs.find(({ type }) => type !== 'paragraph');
  if (node.type !== 'listItem' || stranger)
    throw new NotBlocks(`list > ${stranger?.type ?? node.type}`);
  return {
    lines: paragraphs.flatMap(({ content }, i): Inline[] => [
      ...(i > 0 ? [{ kind: 'break' } as const] : []),
      ...content.map(inlineOf),
    ]),
    lists: node.content.filter(isList).map(listOf),
  };
};

const inlineOf = (node: Node): Inline => {
  if (node.type === 'hardBreak') return { kind: 'break' };
  if (node.type === 'mergeField') return { kind: 'merge', source: mergeSource(node) };
  if (node.type !== 'text') throw new NotBlocks(node.type);
  const has = (type: string): boolean => node.marks.some((mark) => mark.type === type);
  const link = node.marks.find(({ type }) => type === 'link');
  const unknown = node.marks.find(({ type }) => !marks.includes(type));
  if (unknown) throw new NotBlocks(`text > ${unknown.type}`);
  return {
    kind: 'words',
    text: node.text,
    bold: has('bold'),
    italic: has('italic'),
    underline: has('underline'),
    href: link ? textOf(link, 'href') : null,
  };
};

const marks = ['bold', 'italic', 'underline', 'link'];

/** Goes into the mail as it is, so it must be one Liquid output and nothing besides. */
const mergeSource = (node: Node): string => {
  const source = textOf(node, 'source');
  if (!/^\{\{[^{}<>]+\}\}$/.test(source)) throw new NotBlocks('mergeField.source');
  return source;
};

const alignOf = (node: Node): Alignment => {
  const align = textOf(node, 'textAlign');
  return align === 'center' || align === 'right' ? align : 'left';
};

const levelOf = (node: Node): 1 | 2 | 3 => {
  const level = numberOf(node, 'level', { min: 1, max: 3, otherwise: 2 });
  return level === 1 || level === 3 ? level : 2;
};
