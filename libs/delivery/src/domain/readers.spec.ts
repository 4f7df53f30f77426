import { describe, expect, it } from '@jest/globals';
import { kindOfClick, kindOfOpen } from './readers.js';

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const gmail =
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const sentAt = new Date('2026-04-01T00:00:00Z');
const later = new Date('2026-04-01T00:10:00Z');

describe('kinds of readers', () => {
  it.each([
    [phone, 'human'],
    [gmail, 'machine'],
    ['Mozilla/5.0', 'machine'],
    ['YahooMailProxy; https://help.yahoo.com/', 'machine'],
    [undefined, 'machine'],
    ['', 'machine'],
  ])('opens by %s: %s', (agent, kind) => {
    expect(kindOfOpen(agent)).toBe(kind);
  });

  it.each([
    [phone, later, 'human'],
    [phone, new Date(sentAt.getTime() + 500), 'scanner'],
    ['curl/8.5.0', later, 'scanner'],
    ['Mozilla/5.0 (compatible; BingPreview/1.0b)', later, 'scanner'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1)', later, 'scanner'],
    [undefined, later, 'scanner'],
  ])('clicks by %s at %s: %s', (agent, now, kind) => {
    expect(kindOfClick(agent, sentAt, now)).toBe(kind);
  });
});
