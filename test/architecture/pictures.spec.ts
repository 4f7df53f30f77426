import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { likeOthers, partsOfPages, picturedPages } from '../screenshots/public-pages.js';

const libs = join(import.meta.dirname, '../../libs');

describe('the contact sheet', () => {
  it('shows every page that we serve whole, or says why not', () => {
    const templates = readdirSync(libs, { recursive: true, encoding: 'utf8' })
      .filter((file) => /http\/pages\/[^/]+\.liquid$/.test(file))
      .map((file) => basename(file, '.liquid'));
    expect([...picturedPages, ...partsOfPages, ...likeOthers].sort()).toEqual(templates.sort());
  });
});
