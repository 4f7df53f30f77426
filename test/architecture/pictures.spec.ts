import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { likeOthers, partsOfPages, picturedPages } from '../screenshots/public-pages.js';
import type { PublicPages } from '../screenshots/public-pages.js';
import { deskObjects, shopObjects, walks } from '../screenshots/walks.js';

const libs = join(import.meta.dirname, '../../libs');

const someOf = <Name extends string>(names: readonly Name[]): Record<Name, string[]> =>
  Object.fromEntries(names.map((name) => [name, ['1']])) as Record<Name, string[]>;

describe('the contact sheet', () => {
  it('has an object to show for every route of the console', () => {
    const all = walks(someOf(shopObjects), someOf(deskObjects), {} as PublicPages);
    const paths = all.flatMap(({ pictures }) => pictures.map(({ path }) => path));
    expect(paths.filter((path) => path.includes('/:'))).toEqual([]);
    expect(paths.length).toBeGreaterThan(90);
  });

  it('shows every page that we serve whole, or says why not', () => {
    const templates = readdirSync(libs, { recursive: true, encoding: 'utf8' })
      .filter((file) => /http\/pages\/[^/]+\.liquid$/.test(file))
      .map((file) => basename(file, '.liquid'));
    expect([...picturedPages, ...partsOfPages, ...likeOthers].sort()).toEqual(templates.sort());
  });
});
