import { gunzipSync, inflateSync } from 'node:zlib';
import { pdfText } from '#test/pdf-text';

const replacing =
  (form: RegExp, decode: (...found: (string | undefined)[]) => string) =>
  (text: string): string =>
    text.replace(form, (...found: string[]) => decode(...found));

const ofCode = (digits: string, radix: number): string => {
  const code = parseInt(digits, radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

const bytesOf = (hex: string): string => Buffer.from(hex, 'hex').toString();

const named: Readonly<Record<string, string>> = {
  ...{ commat: '@', period: '.', plus: '+', quot: '"', amp: '&', lowbar: '_', hyphen: '-' },
};

const percent = replacing(/(?:%[0-9a-f]{2})+/gi, (run = '') => bytesOf(run.replaceAll('%', '')));
const quotedPrintable = replacing(/(?:=[0-9a-f]{2}|=\r?\n)+/gi, (run = '') =>
  bytesOf(run.replaceAll(/[=\r\n]/g, '')),
);
const entities = replacing(
  /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi,
  (all = '', sixteens, tens, name = '') => {
    if (sixteens !== undefined) return ofCode(sixteens, 16);
    return tens === undefined ? (named[name.toLowerCase()] ?? all) : ofCode(tens, 10);
  },
);
const escapes = replacing(
  /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([0-7]{3})|(["\\/]))/gi,
  (_, wide, unicode, byte, octal, plain) =>
    plain ?? (octal ? ofCode(octal, 8) : ofCode(wide ?? unicode ?? byte ?? '', 16)),
);

const inOneLine = (text: string): string => text.replaceAll(/[\r\n\t ]+/g, '');

/** What stands in long runs of base64, wherever in a group of four characters it begins. */
const base64 = (text: string): string =>
  (inOneLine(text).match(/[\w+/-]{12,}/g) ?? [])
    .flatMap((run) => [0, 1, 2, 3].map((phase) => Buffer.from(run.slice(phase), 'base64')))
    .join('\n');

const hex = (text: string): string =>
  (text.match(/[0-9a-f]{16,}/gi) ?? [])
    .flatMap((run) => [bytesOf(run), bytesOf(run.slice(1))])
    .join('\n');

/** Everything that a reader could undo by itself, one after the other. */
const undone = (text: string): string =>
  [percent, quotedPrintable, escapes, entities].reduce((shown, undo) => undo(shown), text);

/** Bytes as text, with what is packed in them: gzip, PDF. Blanks between bytes (UTF-16) are left out. */
const textsOf = (bytes: Buffer): string[] => {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textsOf(gunzipSync(bytes));
  const text = bytes.toString();
  if (!text.startsWith('%PDF')) return [text.replaceAll('\0', '')];
  const shown = pdfText(bytes);
  return [text, shown.join(''), shown.join('\n'), ...streamsOf(bytes)];
};

const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });

/** All ways in which something could be read out of bytes, in lower case and without full-width letters. */
export const viewsOf = (bytes: Buffer): string[] =>
  textsOf(bytes).flatMap((text) => {
    const once = [percent, quotedPrintable, escapes, entities].map((undo) => undo(text));
    const all = undone(text);
    const views = [text, ...once, all, undone(all), base64(text), base64(all), hex(text)];
    return views.map((view) => view.normalize('NFKC').toLowerCase());
  });
