import { Liquid } from 'liquidjs';
import type { Template } from 'liquidjs';

/**
 * Tags that choose; none that loops, includes, stores or lays out, so that no template can run away. There is no limit
 * by time: a process that was frozen for a while must not take a good template for a runaway.
 */
const tags = new Set(['if', 'unless', 'case', 'comment', 'raw', '#']);

const filters = new Set([
  'default',
  'upcase',
  'downcase',
  'capitalize',
  'strip',
  'append',
  'prepend',
  'remove',
  'replace',
  'truncate',
  'slice',
  'date',
  'plus',
  'minus',
  'times',
  'divided_by',
  'modulo',
  'round',
  'floor',
  'ceil',
  'abs',
  'size',
]);

const engineOf = (escape: boolean): Liquid => {
  const engine = new Liquid({
    ...(escape && { outputEscape: 'escape' as const }),
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    jsTruthy: false,
    timezoneOffset: -540,
    dateFormat: '%Y-%m-%d',
    parseLimit: 2_000_000,
    memoryLimit: 5_000_000,
    templates: {}, // no template is ever read from a disk
  });
  for (const name of Object.keys(engine.tags))
    if (!tags.has(name)) Reflect.deleteProperty(engine.tags, name);
  for (const name of Object.keys(engine.filters))
    if (!filters.has(name)) engine.unregisterFilter(name);
  return engine;
};

/** For subjects and plain text: values go in as they are. */
export const textLiquid = engineOf(false);

/** For HTML: every value is escaped, and there is no filter that turns it off. */
export const htmlLiquid = engineOf(true);

/** The names a template may use. */
export const knownVariables = (fieldNames: readonly string[]): Set<string> =>
  new Set([
    ...fieldNames.map((name) => `subscriber.${name}`),
    'newsletter.title',
    'links.unsubscribe',
    'links.preferences',
  ]);

export interface MergeValues {
  readonly subscriber: Readonly<Record<string, string | number | null>>;
  readonly newsletter: { readonly title: string };
  readonly links: Readonly<Record<string, string>>;
}

/** A template cut into fixed stretches and the gaps between them: one more stretch than gaps. */
export interface CutTemplate {
  readonly fixed: readonly string[];
  /** One value for each gap. */
  values(merge: MergeValues): string[];
}

/**
 * Parses once; only outputs and choices are rendered for each reader, and a bare name is looked up without the engine.
 * @throws the parser's error for a template that `checkContent` would have refused
 */
export const cutTemplate = (engine: Liquid, source: string): CutTemplate => {
  const fixed: string[] = [];
  const gaps: ((merge: MergeValues) => string)[] = [];
  let stretch = '';
  for (const template of engine.parse(source)) {
    if (isFixed(template)) {
      stretch += String(engine.renderSync([template], {}));
    } else {
      gaps.push(
        bareName(engine, template) ?? ((merge) => String(engine.renderSync([template], merge))),
      );
      fixed.push(stretch);
      stretch = '';
    }
  }
  fixed.push(stretch);
  return { fixed, values: (merge) => gaps.map((gap) => gap(merge)) };
};

/** `{{ subscriber.name | default: "you" }}` and its like: nine of ten gaps, and cheap when nobody interprets them. */
const bareName = (
  engine: Liquid,
  template: Template,
): ((merge: MergeValues) => string) | undefined => {
  const found = bareOutput.exec(template.token.getText());
  const [, group, name, quoted, singleQuoted] = found ?? [];
  if (!isGroup(group) || name === undefined || meansMore.has(name)) return undefined;
  const written = engine.options.outputEscape ? escapeHtml : (text: string): string => text;
  const otherwise = written(quoted ?? singleQuoted ?? '');
  return (merge) => {
    const values: Readonly<Record<string, string | number | null>> = merge[group];
    const value = Object.hasOwn(values, name) ? String(values[name] ?? '') : '';
    return value === '' ? otherwise : written(value);
  };
};

const bareOutput =
  /^\{\{\s*(\w+)\.([a-z]\w*)\s*(?:\|\s*default:\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*)?\}\}$/;

/** Names that Liquid answers by itself. */
const meansMore = new Set(['size', 'first', 'last']);

const isGroup = (name: string | undefined): name is keyof MergeValues =>
  name === 'subscriber' || name === 'newsletter' || name === 'links';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c] ?? c);

/** Renders a template in one go, for subjects and previews. */
export const renderTemplate = (template: CutTemplate, merge: MergeValues): string => {
  const parts = template.values(merge);
  return template.fixed.map((text, index) => text + (parts[index] ?? '')).join('');
};

/** Plain stretches of a source carry no name of a tag and no value. */
const isFixed = (template: Template): boolean => !('value' in template) && !('name' in template);
