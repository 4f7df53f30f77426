import { expect, it } from '@jest/globals';
import { neighbourhoodOf } from './neighbourhood.js';

it.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['203.0.113.255', '203.0.113.0/24'],
  ['203.0.114.7', '203.0.114.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2::6', '2001:db8:1:0::/56'],
  ['2001:db8:1:ff::6', '2001:db8:1:0::/56'],
  ['2001:db8:1:1ff::6', '2001:db8:1:100::/56'],
  ['2001:db8::1', '2001:db8:0:0::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'],
])('%s is of %s', (ip, network) => {
  expect(neighbourhoodOf(ip)).toBe(network);
});
