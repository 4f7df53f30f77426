import { decodeCharset } from './binary-text.js';
import { decodeTransfer } from './transfer-encoding.js';

/** A header field's text with its encoded words decoded; raw 8-bit text is read as UTF-8. @rfc 2047, 6532 */
export const headerText = (value: string): string =>
  decodeCharset(value, 'utf-8')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(
      /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi,
      (_, charset: string, encoding: string, word: string) =>
        decodeCharset(
          /b/i.test(encoding)
            ? decodeTransfer(word, 'base64')
            : decodeTransfer(word.replaceAll('_', ' '), 'quoted-printable'),
          charset,
        ),
    );
