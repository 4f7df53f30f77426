import { declarations, styleRules } from './css.js';
import type { Declarations } from './css.js';
import { htmlTokens } from './html-tokens.js';
import { isLegible, lookWithin, plainLook } from './look.js';
import type { Look } from './look.js';

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** No honest mail nests deeper; what lies deeper looks as what is around it. */
const deepest = 300;

/**
 * What a reader of the HTML part can read: text that is shown, large enough and of enough contrast. A link is
 * followed by its address in < >.
 */
export const visibleText = (html: string): string => {
  const rules = new Map<string, Declarations>();
  const open: { name: string; look: Look; href: string | undefined }[] = [];
  let text = '';
  for (const token of htmlTokens(html)) {
    const look = open.at(-1)?.look ?? plainLook;
    if (token.kind === 'style') for (const [s, d] of styleRules(token.css)) rules.set(s, d);
    if (token.kind === 'text' && isLegible(look)) text += token.text;
    if (token.kind === 'open' && !voidElements.has(token.name) && open.length < deepest) {
      const within = lookWithin(look, cssOf(token.name, token.attributes, rules));
      open.push({ name: token.name, look: within, href: token.attributes.get('href') });
    }
    if (token.kind !== 'close') continue;
    const depth = open.findLastIndex(({ name }) => name === token.name);
    if (depth < 0) continue;
    const closed = open.splice(depth)[0];
    if (closed?.href && isLegible(closed.look)) text += ` <${closed.href}> `;
  }
  return text;
};

/** Weakest first: the element's kind, its old-style attributes, its classes, its id, its own style. */
const cssOf = (
  name: string,
  attributes: ReadonlyMap<string, string>,
  rules: ReadonlyMap<string, Declarations>,
): Declarations => {
  const classes = (attributes.get('class') ?? '').toLowerCase().split(/\s+/);
  return new Map([
    ...(rules.get(name) ?? []),
    ...oldStyle(name, attributes),
    ...classes.flatMap((each) => [...(rules.get(`.${each}`) ?? [])]),
    ...(rules.get(`#${(attributes.get('id') ?? '').toLowerCase()}`) ?? []),
    ...declarations(attributes.get('style') ?? ''),
  ]);
};

const oldStyle = (
  name: string,
  attributes: ReadonlyMap<string, string>,
): (readonly [string, string])[] => {
  const background = attributes.get('bgcolor');
  const color = name === 'font' ? attributes.get('color') : undefined;
  return [
    ...(attributes.has('hidden') ? [['display', 'none'] as const] : []),
    ...(background ? [['background-color', background] as const] : []),
    ...(color ? [['color', color] as const] : []),
  ];
};
