import { describe, expect, it } from '@jest/globals';
import { blankDraft } from './blank-draft.js';
import type { Draft } from './campaign.js';
import { changedDraft } from './draft-content.js';

const blocks = { root: {} };
const inBlocks: Draft = { ...blankDraft, format: 'blocks', blocks, html: '<p>b</p>' };
const inMjml: Draft = { ...blankDraft, format: 'mjml', mjml: '<mjml/>', html: '<p>m</p>' };

describe('a changed draft', () => {
  it.each<[string, Draft, Partial<Draft>, Partial<Draft>]>([
    ['stays what it is', inBlocks, { subject: 'x' }, { ...inBlocks, subject: 'x' }],
    ['becomes HTML by HTML', blankDraft, { html: '<p>' }, { format: 'html', html: '<p>' }],
    ['becomes text without HTML', inBlocks, { html: null }, { format: 'text', blocks: null }],
    [
      'becomes MJML by MJML',
      inBlocks,
      { mjml: '<mjml/>' },
      { format: 'mjml', mjml: '<mjml/>', blocks: null },
    ],
    [
      'keeps blocks with the HTML made of them',
      inBlocks,
      { blocks: { root: { x: 1 } }, html: '<p>x</p>' },
      { format: 'blocks', blocks: { root: { x: 1 } }, html: '<p>x</p>' },
    ],
    [
      'drops its source as plain HTML',
      inMjml,
      { format: 'html' },
      { mjml: null, html: '<p>m</p>' },
    ],
    ['drops all HTML as text', inMjml, { format: 'text' }, { mjml: null, html: null }],
  ])('%s', (_, draft, changes, expected) => {
    expect(changedDraft(draft, changes)).toMatchObject(expected);
  });
});
