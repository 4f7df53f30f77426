import { inflateSync } from 'node:zlib';

/**
 * The text that a PDF of ours shows, in the order of drawing, one line for each piece. Reads just what our writer
 * writes: deflated streams, embedded fonts with two-byte glyph numbers, and their tables back to Unicode.
 * @throws Error for a character that the font has no glyph for
 */
export const pdfText = (pdf: Buffer): string[] => {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(
      ([, id = '', body = '']) => [id, body],
    ),
  );
  const streamOf = (id: string): string => {
    const body = objects.get(id) ?? '';
    const start = body.indexOf('stream\n') + 'stream\n'.length;
    const bytes = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
    return body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString();
  };
  const fonts = new Map<string, Map<number, string>>();
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (table) fonts.set(name, unicodeOf(streamOf(table)));
    }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  return pages.flatMap((page) =>
    pieces(streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''), fonts),
  );
};

const pieces = (content: string, fonts: ReadonlyMap<string, Map<number, string>>): string[] => {
  let glyphs = new Map<number, string>();
  const texts: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? glyphs;
    else
      texts.push(
        [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)]
          .map(([, hex = '']) => decode(hex, glyphs))
          .join(''),
      );
  }
  return texts;
};

const decode = (hex: string, glyphs: ReadonlyMap<number, string>): string =>
  (hex.match(/.{4}/g) ?? [])
    .map((code) => {
      const text = glyphs.get(parseInt(code, 16));
      if (text === undefined || code === '0000') throw new Error('a character without a glyph');
      return text;
    })
    .join('');

const unicodeOf = (table: string): Map<number, string> => {
  const glyphs = new Map<number, string>();
  for (const [, from = '', list = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/g))
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, hex = ''], i) => {
      glyphs.set(
        parseInt(from, 16) + i,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
    });
  return glyphs;
};
