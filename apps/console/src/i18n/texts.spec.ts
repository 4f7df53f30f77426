import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Texts = string | { readonly [key: string]: Texts };

const src = join(import.meta.dirname, '..');
const plural = /_(zero|one|two|few|many|other)$/;

const folders = [
  import.meta.dirname,
  ...['features', 'ui'].flatMap((place) =>
    readdirSync(join(src, place), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(src, place, name)),
  ),
].filter((folder) => readdirSync(folder).some((name) => name.startsWith('texts.')));

const textsIn = (folder: string, language: string): Texts =>
  JSON.parse(readFileSync(join(folder, `texts.${language}.json`), 'utf8')) as Texts;

/** `a.b` → text of all leaves; forms of the plural count as one key. */
const leaves = (texts: Texts, path = ''): [string, string][] =>
  typeof texts === 'string'
    ? [[path.replace(plural, ''), texts]]
    : Object.entries(texts).flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key));

const keysOf = (folder: string, language: string): string[] =>
  [...new Set(leaves(textsIn(folder, language)).map(([key]) => key))].sort();

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name).sort();

/** Keys that the feature's code names literally, of its own namespace. */
const usedIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
    .flatMap((name) => {
      const code = readFileSync(join(folder, name), 'utf8');
      return [...code.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key = '']) => key);
    });

describe.each(folders.map((folder) => [basename(folder), folder]))(
  'the texts of %s',
  (_, folder) => {
    it('have the same keys in both languages', () => {
      expect(keysOf(folder, 'en')).toEqual(keysOf(folder, 'ja'));
    });

    it('take the same values in both languages', () => {
      const valuesOf = (language: string): Record<string, string[]> =>
        Object.fromEntries(
          leaves(textsIn(folder, language)).map(([key, text]) => [key, placeholders(text)]),
        );
      expect(valuesOf('en')).toEqual(valuesOf('ja'));
    });

    it('hold every key that the code names', () => {
      const known = new Set([...keysOf(folder, 'ja'), ...keysOf(import.meta.dirname, 'ja')]);
      expect(usedIn(folder).filter((key) => !known.has(key))).toEqual([]);
    });
  },
);
