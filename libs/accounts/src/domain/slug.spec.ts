import { expect, it } from '@jest/globals';
import { isSlug } from './slug.js';

it.each([
  ['ab', true],
  ['a-b-1', true],
  ['7days', true],
  ['a'.repeat(40), true],
  ['a', false],
  ['a'.repeat(41), false],
  ['-ab', false],
  ['ab-', false],
  ['Ab', false],
  ['a_b', false],
  ['a b', false],
  ['日本', false],
  ['ab\n', false],
])('%p is a slug: %p', (text, slug) => {
  expect(isSlug(text)).toBe(slug);
});
