import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const rows = readFileSync(join(root, 'docs/terms-map.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-+|clause|decision|subject) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, clause = '', behaviour = '', code = '', test = '']) => ({
    ...{ clause, behaviour, code, test },
  }));

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`; commas inside braces part nothing else. */
const spread = (path: string): string[] => {
  const group = /\{([^}]*)\}/.exec(path);
  if (!group) return [path];
  const [whole, inner = ''] = group;
  return inner.split(',').flatMap((part) => spread(path.replace(whole, part)));
};

/** Paths in a cell; one that begins inside a library goes on with the library of the one before it. */
const pathsIn = (cell: string): string[] => {
  const words = cell.match(/(?:[\w.-]|\{[^}]*\}|\/)+/g) ?? [];
  let library = '';
  return words.flatMap(spread).flatMap((path) => {
    if (/^(test|apps)\//.test(path)) return [path];
    const isInside = /^(domain|use-cases|store|http|sources|documents|notices(?!\/src))\//.test(
      path,
    );
    if (!isInside) library = path.split('/src/')[0] ?? '';
    if (!path.includes('/')) return existsSync(join(root, 'libs', path)) ? [`libs/${path}`] : [];
    return [isInside ? `libs/${library}/src/${path}` : `libs/${path}`];
  });
};

const isThere = (path: string): boolean =>
  [path, `${path}.ts`].some((each) => existsSync(join(root, each)));

describe('the map from the terms to the code', () => {
  it('has rows, and none of them is open', () => {
    expect(rows.length).toBeGreaterThan(100);
    const open = rows.filter(({ behaviour }) => /(^|: )open\b/.test(behaviour));
    expect(open.map(({ clause }) => clause)).toEqual([]);
  });

  it('names a test for whatever it names code for, but for what is only shown or left undone', () => {
    const bare = rows.filter(({ code, test }) => !/^–|^see /.test(code) && test.length < 2);
    expect(bare.map(({ clause, test }) => `${clause}: ${test}`)).toEqual([]);
  });

  it('names nothing that is not there', () => {
    const lost = rows.flatMap(({ clause, code, test }) =>
      [...pathsIn(code), ...pathsIn(test)]
        .filter((path) => !isThere(path))
        .map((path) => `${clause}: ${path}`),
    );
    expect(lost).toEqual([]);
  });
});
