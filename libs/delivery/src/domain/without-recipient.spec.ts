import { describe, expect, it } from '@jest/globals';
import { withoutRecipient } from './without-recipient.js';

const taro = { local: 'taro.yamada+news', domain: 'own.example' };

describe('an answer without its recipient', () => {
  it.each([
    ['5.1.1 <taro.yamada+news>: no such user', '5.1.1 <…>: no such user'],
    ['5.1.1 TARO.YAMADA... User unknown', '5.1.1 …... User unknown'],
    ['mailbox taro.yamada does not exist here', 'mailbox … does not exist here'],
    ['host mx1.own.example said: 5.1.1 unknown', 'host … said: 5.1.1 unknown'],
    ['Own.Example does not take mail', '… does not take mail'],
    ['5.7.1 see https://blocked.example/why', '5.7.1 see https://blocked.example/why'],
    ['5.1.1 taro.yamadas is another', '5.1.1 taro.yamadas is another'],
    ['not-own.example2 is another place', 'not-own.example2 is another place'],
  ])('%s', (text, expected) => {
    expect(withoutRecipient(text, taro)).toBe(expected);
  });

  it('keeps whatever does not name anybody, for the strangest of addresses', () => {
    for (const local of ['a..b.', '$*(', '"x y"', '+', 'user'])
      expect(withoutRecipient('5.2.2 Mailbox full', { local, domain: 'docomo.ne.jp' })).toBe(
        '5.2.2 Mailbox full',
      );
  });
});
