import { expect, it } from '@jest/globals';
import { transferSearch } from './transfer-search.js';

it.each([
  ['キャッツ', { names: ['キャッツ', 'ｷﾔﾂﾂ'], amount: null, code: null }],
  [' 山田 ', { names: ['山田'], amount: null, code: null }],
  ['5,500円', { names: ['5,500円'], amount: 5_500, code: '0000005500' }],
  ['１００１', { names: ['１００１', '1001'], amount: 1_001, code: '0000001001' }],
  ['12345678901', { names: ['12345678901', '12345678901'], amount: null, code: null }],
])('%j is looked for as %j', (typed, search) => {
  expect(transferSearch(typed)).toEqual(search);
});
