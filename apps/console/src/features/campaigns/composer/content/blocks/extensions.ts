import { Extension, Node } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { moveBlock } from './block-places.js';
import { Button, Picture, Spacer } from './leaf-blocks.js';
import { MergeField } from './merge-field.js';

/** Liquid leads where each reader has an address of their own. */
const isLiquid = (href: string): boolean => href.startsWith('{{');

const Mail = Node.create({
  name: 'doc',
  topNode: true,
  content: '(block | columns)+',
});

const Columns = Node.create({
  name: 'columns',
  content: 'column{2,3}',
  isolating: true,
  defining: true,
  parseHTML: () => [{ tag: 'div[data-block="columns"]' }],
  renderHTML: () => ['div', { 'data-block': 'columns' }, 0],
});

const Column = Node.create({
  name: 'column',
  content: 'block+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-block="column"]' }],
  renderHTML: () => ['div', { 'data-block': 'column' }, 0],
});

const Alignment = Extension.create({
  name: 'alignment',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading'],
      attributes: {
        textAlign: {
          default: null,
          parseHTML: (element) => element.style.textAlign || null,
          renderHTML: ({ textAlign }) =>
            typeof textAlign === 'string' ? { style: `text-align: ${textAlign}` } : {},
        },
      },
    },
  ],
});

const Moving = Extension.create({
  name: 'moving',
  addKeyboardShortcuts: () => ({
    'Alt-Shift-ArrowUp': ({ editor }) => moveBlock(editor, -1),
    'Alt-Shift-ArrowDown': ({ editor }) => moveBlock(editor, 1),
  }),
});

/** All that a mail can be built of. What the API reads of it stands in its library of campaigns. */
export const extensions: Extensions = [
  StarterKit.configure({
    document: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    strike: false,
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null },
      isAllowedUri: (href, { defaultValidate }) => isLiquid(href) || defaultValidate(href),
    },
  }),
  Mail,
  Columns,
  Column,
  Picture,
  Button,
  Spacer,
  MergeField,
  Alignment,
  Moving,
];
