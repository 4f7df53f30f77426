import { Node } from '@tiptap/core';
import type { Attribute } from '@tiptap/core';

/** An attribute that survives being copied and put in elsewhere. */
const kept = (name: string, otherwise: string | number): Record<string, Partial<Attribute>> => ({
  [name]: {
    default: otherwise,
    parseHTML: (element) => {
      const value = element.getAttribute(`data-${name}`);
      if (value === null) return otherwise;
      return typeof otherwise === 'number' ? Number(value) : value;
    },
    renderHTML: ({ [name]: value }) => ({ [`data-${name}`]: String(value) }),
  },
});

const leaf = { group: 'block', atom: true, selectable: true, draggable: true } as const;

/** Our own pictures come from where the page comes from; others are not fetched by the policy. */
const shownSource = (source: unknown): string => {
  const url = String(source);
  if (!URL.canParse(url)) return url;
  const { pathname } = new URL(url);
  return pathname.startsWith('/i/') ? pathname : url;
};

export const Picture = Node.create({
  ...leaf,
  name: 'image',
  addAttributes: () => ({
    ...kept('src', ''),
    ...kept('alt', ''),
    ...kept('width', 600),
    ...kept('href', ''),
  }),
  parseHTML: () => [{ tag: 'div[data-block="image"]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    { ...HTMLAttributes, 'data-block': 'image' },
    [
      'img',
      {
        src: shownSource(node.attrs['src']),
        alt: String(node.attrs['alt']),
        width: String(node.attrs['width']),
      },
    ],
  ],
});

export const Button = Node.create({
  ...leaf,
  name: 'button',
  addAttributes: () => ({ ...kept('label', ''), ...kept('href', '') }),
  parseHTML: () => [{ tag: 'div[data-block="button"]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    { ...HTMLAttributes, 'data-block': 'button' },
    ['span', {}, String(node.attrs['label']) || '…'],
  ],
});

export const Spacer = Node.create({
  ...leaf,
  name: 'spacer',
  addAttributes: () => kept('height', 24),
  parseHTML: () => [{ tag: 'div[data-block="spacer"]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    {
      ...HTMLAttributes,
      'data-block': 'spacer',
      style: `height: ${String(node.attrs['height'])}px`,
    },
  ],
});
