import { newId } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { noticeOfReturnPath, returnPathOf } from './return-path.js';

it('leads back to the notice, whatever letters a server makes of it', () => {
  const id = newId(new Date(1_800_000_000_000));
  const path = returnPathOf(id, 'mail.example.jp');
  expect([path, path.toUpperCase()].map(noticeOfReturnPath)).toEqual([id, id]);
});

it.each([
  '',
  'notice@mail.example.jp',
  'returned-1234@mail.example.jp',
  'xreturned-@mail.example.jp',
])('%p leads nowhere', (address) => {
  expect(noticeOfReturnPath(address)).toBeUndefined();
});
