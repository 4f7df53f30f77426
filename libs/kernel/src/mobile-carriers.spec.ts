import { expect, test } from '@jest/globals';
import { allowsOddDots, isMobileCarrier } from './mobile-carriers.js';

test.each([
  ['docomo.ne.jp', true, true],
  ['ezweb.ne.jp', true, true],
  ['shop.biz.ezweb.ne.jp', true, true],
  ['au.com', true, true],
  ['softbank.ne.jp', true, false],
  ['i.softbank.jp', true, false],
  ['t.vodafone.ne.jp', true, false],
  ['jp-t.ne.jp', true, false],
  ['disney.ne.jp', true, false],
  ['ymobile.ne.jp', true, false],
  ['uqmobile.jp', true, false],
  ['di.pdx.ne.jp', true, false],
  ['example.jp', false, false],
  ['softbank.jp', false, false],
  ['ne.jp', false, false],
  ['notdocomo.ne.jp', false, false],
  ['docomo.ne.jp.example.jp', false, false],
  ['jp-a.ne.jp', false, false],
])('%s is a carrier: %p, allows odd dots: %p', (domain, carrier, dots) => {
  expect([isMobileCarrier(domain), allowsOddDots(domain)]).toEqual([carrier, dots]);
});
