export type Declarations = ReadonlyMap<string, string>;

/** Reads `color: red; font-size: 1px`. */
export const declarations = (css: string): Declarations =>
  new Map(
    css
      .toLowerCase()
      .split(';')
      .flatMap((part) => {
        const colon = part.indexOf(':');
        const value = part.slice(colon + 1).replace('!important', '');
        return colon < 0 ? [] : [[part.slice(0, colon).trim(), value.trim()] as const];
      }),
  );

/**
 * The declarations of a style sheet by simple selector (`p`, `.small`, `#footer`). What stands inside @media and
 * other at-rules, and selectors of several parts, are left out.
 */
export const styleRules = (css: string): Map<string, Declarations> => {
  const rules = new Map<string, Declarations>();
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, '');
  let depth = 0;
  let start = 0;
  let selector = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '{' && depth++ === 0) {
      selector = text.slice(start, at).trim();
      start = at + 1;
    }
    if (letter !== '}' || depth === 0 || --depth > 0) continue;
    if (!selector.startsWith('@')) addRule(rules, selector, text.slice(start, at));
    start = at + 1;
  }
  return rules;
};

const addRule = (rules: Map<string, Declarations>, selectors: string, body: string): void => {
  for (const each of selectors.split(',')) {
    const selector = each.trim().toLowerCase();
    if (!/^(?:[a-z][a-z0-9]*|[.#][\w-]+)$/.test(selector)) continue;
    rules.set(selector, new Map([...(rules.get(selector) ?? []), ...declarations(body)]));
  }
};
