import { Node } from '@tiptap/core';

/** 差込: a field of the reader in the middle of the words, shown by its name, kept as Liquid. */
export const MergeField = Node.create({
  name: 'mergeField',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    source: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-source'),
      renderHTML: ({ source }) => ({ 'data-source': String(source) }),
    },
    label: { default: '', parseHTML: (element) => element.textContent, renderHTML: () => ({}) },
  }),
  parseHTML: () => [{ tag: 'span[data-source]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    HTMLAttributes,
    String(node.attrs['label'] || node.attrs['source']),
  ],
  renderText: ({ node }) => String(node.attrs['source']),
});
