import { Config, loadEnvironment } from '#platform/config';
import { Secrets } from '#platform/secrets';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DeliveryTokens } from './delivery-tokens.js';

const config = new Config(
  loadEnvironment({ MAIL_DOMAIN: 'mail.example.jp', PUBLIC_URL: 'https://m.example.jp' }),
);
const tokens = new DeliveryTokens(new Secrets(Buffer.alloc(32, 1)), config);
const others = new DeliveryTokens(new Secrets(Buffer.alloc(32, 2)), config);

const deliveryNos = fc.integer({ min: 1, max: 2 ** 48 - 1 });

describe('DeliveryTokens', () => {
  it('reads its own names back, whatever their letter case', () => {
    fc.assert(
      fc.property(deliveryNos, fc.nat(499), (deliveryNo, linkNo) => {
        const address = tokens.returnPath(deliveryNo);
        const link = tokens.linkUrl(deliveryNo, linkNo).split('/').pop() ?? '';
        const pixel = /([^/]+)\.gif$/.exec(tokens.pixelUrl(deliveryNo))?.[1] ?? '';
        expect([
          tokens.readReturnPath(address),
          tokens.readReturnPath(address.toUpperCase()),
          tokens.readLink(link),
          tokens.readPixel(pixel),
          address.indexOf('@'),
        ]).toEqual([deliveryNo, deliveryNo, { deliveryNo, linkNo }, deliveryNo, 29]);
      }),
    );
  });

  it('takes no altered name, none of another key, none made for another purpose', () => {
    fc.assert(
      fc.property(deliveryNos, fc.nat(25), fc.nat(30), (deliveryNo, at, letter) => {
        const address = tokens.returnPath(deliveryNo);
        const token = address.slice(3, 29);
        const other = 'abcdefghijklmnopqrstuvwxyz234567'
          .replace(token.charAt(at), '')
          .charAt(letter);
        const altered = token.slice(0, at) + other + token.slice(at + 1);
        expect([
          tokens.readReturnPath(`b1-${altered}@mail.example.jp`),
          tokens.readReturnPath(`b1-${token}@example.jp`),
          others.readReturnPath(address),
          tokens.readPixel(token),
          tokens.readLink(token),
        ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '',
    '@',
    'b1-@mail.example.jp',
    'b1-ü@mail.example.jp',
    'postmaster@mail.example.jp',
    'b1-' + 'a'.repeat(500),
  ])('takes %s for none of its own', (address) => {
    expect(tokens.readReturnPath(address)).toBeUndefined();
  });
});
