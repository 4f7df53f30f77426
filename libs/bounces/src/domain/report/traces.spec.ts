import { describe, expect, it } from '@jest/globals';
import { aNotice, aReport, quoted } from '../../testing/report.builder.js';
import { tracesOf } from './traces.js';

describe('tracesOf: to whom our mail went', () => {
  it('what the report calls the original recipient, though another mailbox failed', () => {
    const status = [
      'Reporting-MTA: dns; mx.example.jp',
      '',
      'Original-Recipient: rfc822;taro@example.jp',
      'Final-Recipient: rfc822;box42@forwarded.example',
      'Action: failed',
      'Status: 5.1.1',
    ];
    expect(tracesOf(aReport({ status })).sentTo).toEqual(['taro@example.jp']);
  });

  it('whom the returned mail was addressed to', () => {
    const lines = ['<box42@forwarded.example>: user unknown', '', ...quoted];
    expect(tracesOf(aNotice({ lines })).sentTo).toEqual(['taro@example.jp']);
  });

  it('nobody, where nothing says so', () => {
    expect(tracesOf(new Uint8Array()).sentTo).toEqual([]);
  });
});
