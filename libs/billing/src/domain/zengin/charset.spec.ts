import { describe, expect, it } from '@jest/globals';
import { decodeBankText, encodeBankText } from './charset.js';

/** Every character of JIS X 0201, and that of each byte by a decoder that is not ours. */
const cp932 = new TextDecoder('shift_jis', { fatal: true });
const singleBytes = [...range(0x20, 0x7d), ...range(0xa1, 0xdf)];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

describe('JIS X 0201', () => {
  it('each byte is the character that CP932 has there, but for the yen sign', () => {
    const expected = singleBytes.map((byte) =>
      cp932.decode(Uint8Array.of(byte)).replace('\\', '¥'),
    );
    expect(singleBytes.map((byte) => decodeBankText([byte]))).toEqual(expected);
  });

  it('what is allowed everywhere comes back from its bytes', () => {
    const text = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ ()-./ｱｲｳｴｵﾀﾁﾂﾊﾞﾋﾟﾜﾝ';
    const encoded = encodeBankText(text);
    expect('bytes' in encoded && decodeBankText(encoded.bytes)).toBe(text);
  });

  it('takes these everywhere and no others', () => {
    const all = singleBytes.map((byte) => decodeBankText([byte]) ?? '');
    const taken = all.filter((character) => 'bytes' in encodeBankText(character));
    expect(taken.join('')).toBe(
      ' ()-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ',
    );
  });

  it.each([
    ['ABC髙', '髙', 4],
    ['山田', '山', 1],
    ['Aa', 'a', 2],
    ['ｱｰ', 'ｰ', 2],
    ['ｧ', 'ｧ', 1],
    ['ア', 'ア', 1],
    ['A,B', ',', 2],
    ['A𠮷B', '𠮷', 2],
    ['A\n', '\n', 2],
  ])('%j has no place for %j', (text, character, position) => {
    expect(encodeBankText(text)).toEqual({ character, position });
  });

  it('some banks take more', () => {
    expect(encodeBankText('¥1,｢ｱ｣', '¥,｢｣')).toEqual({
      bytes: [0x5c, 0x31, 0x2c, 0xa2, 0xb1, 0xa3],
    });
    expect(encodeBankText('A髙', '髙')).toEqual({ character: '髙', position: 2 });
  });

  it.each([[0x00], [0x0d], [0x7f], [0x80], [0xa0], [0xe0], [0xff]])(
    'byte %i is nothing',
    (byte) => {
      expect(decodeBankText([0x41, byte])).toBeUndefined();
    },
  );
});
