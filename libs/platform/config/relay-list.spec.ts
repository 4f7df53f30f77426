import { describe, expect, it } from '@jest/globals';
import { readRelayList } from './relay-list.js';

describe('the list of relays', () => {
  it('keeps one plain address as it is', () => {
    const url = 'smtp://user:p%40ss@relay.example.jp?requireTLS=true';
    expect(readRelayList(url)).toEqual([
      { name: 'relay.example.jp:587', url, weight: 1, perSecond: null, chunking: true },
    ]);
  });

  it('reads weights and rates and takes them out of the address', () => {
    expect(
      readRelayList(
        'smtp://a.example:25?weight=3&rate=100,\n smtps://b.example?pool=true&weight=0.5&chunking=off',
      ),
    ).toEqual([
      {
        name: 'a.example:25',
        url: 'smtp://a.example:25',
        weight: 3,
        perSecond: 100,
        chunking: true,
      },
      {
        name: 'b.example:465',
        url: 'smtps://b.example?pool=true',
        weight: 0.5,
        perSecond: null,
        chunking: false,
      },
    ]);
  });

  it.each([
    '',
    'relay.example.jp',
    'http://relay.example.jp',
    'smtp://',
    'smtp://a.example?weight=0',
    'smtp://a.example?rate=-1',
    'smtp://a.example?rate=fast',
    'smtp://a.example?chunking=maybe',
    'smtp://a.example, smtp://a.example:587',
  ])('refuses %j', (text) => {
    expect(() => readRelayList(text)).toThrow(RangeError);
  });
});
