import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from '../is-public-address.js';
import { newSecret, signedHeaders } from '../sign.js';
import { endpointUrl } from './endpoint-url.js';
import { nextTry, waits } from './retry-plan.js';

describe('where a webhook may go', () => {
  it.each([
    ['93.184.215.14', true],
    ['8.8.8.8', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['2606:4700::1111', true],
    ['localhost', false],
  ])('%s: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });

  it.each([
    ['https://shop.example.jp/hook#part', { url: 'https://shop.example.jp/hook' }],
    ['http://shop.example.jp/hook', { problem: 'not-https' }],
    ['https://user:pass@shop.example.jp/', { problem: 'has-credentials' }],
    ['file:///etc/passwd', { problem: 'not-https' }],
    ['nonsense', { problem: 'not-a-url' }],
  ])('%s', (text, expected) => {
    expect(endpointUrl(text, false)).toEqual(expected);
  });
});

it('tries for about three days and then gives up', () => {
  const now = new Date('2026-04-01T00:00:00Z');
  expect(nextTry(1, now)).toEqual(new Date('2026-04-01T00:00:05Z'));
  expect(nextTry(waits.length + 1, now)).toBeNull();
  expect(waits.reduce((sum, wait) => sum + wait, 0) / 86_400).toBeCloseTo(3.15, 1);
});

it('signs as Standard Webhooks does', () => {
  // The worked example of the specification.
  const headers = signedHeaders(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  expect(Buffer.from(newSecret().slice(6), 'base64')).toHaveLength(32);
});
