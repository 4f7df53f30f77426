import { describe, expect, it } from '@jest/globals';
import { hideAddresses } from './hide-addresses.js';

describe('fields of real people, shown to a tenant', () => {
  it.each([
    ['taro@example.jp', 't***'],
    ['連絡先は taro+spring@example.jp です', '連絡先は t*** です'],
    ['連絡先：taro@example.jp、夜は hanako@example.jp', '連絡先：t***、夜は h***'],
    ['<taro@example.jp>', '<t***>'],
    ['taro＠ｅｘａｍｐｌｅ．ｊｐ', 't***'],
    ['taro @ example.jp', 't***'],
    ['taro@例え.テスト', 't***'],
    ['"a..b."@docomo.ne.jp', '"***'],
    ['@shop', '@shop'],
    ['山田 花子', '山田 花子'],
    ['', ''],
  ])('%s is shown as %s', (value, shown) => {
    expect(hideAddresses({ note: value, age: 42, gone: null })).toEqual({
      note: shown,
      age: 42,
      gone: null,
    });
  });
});
