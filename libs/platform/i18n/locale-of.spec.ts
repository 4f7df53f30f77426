import { describe, expect, it } from '@jest/globals';
import { localeOf } from './locale-of.js';

describe('localeOf', () => {
  it.each([
    [undefined, undefined, 'ja'],
    [undefined, 'en-US,en;q=0.9', 'en'],
    [undefined, 'fr-FR,fr;q=0.9', 'ja'],
    [undefined, 'en;q=0.4,ja;q=0.8', 'ja'],
    [undefined, 'en;q=0', 'ja'],
    ['en', 'ja', 'en'],
    ['xx', 'en', 'en'],
  ])('chosen %s, accepted %s → %s', (chosen, accepted, locale) => {
    expect(localeOf(chosen, accepted)).toBe(locale);
  });
});
