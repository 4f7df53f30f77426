import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type FontWeight = 'regular' | 'bold';

const files: Readonly<Record<FontWeight, string>> = {
  regular: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
};

const loaded = new Map<FontWeight, Buffer>();

/** The one font of all documents, whole: 髙, 﨑, ㈱, ①, ～, 𠮷 and half-width kana have glyphs in it. Read once. */
export const fontOf = (weight: FontWeight): Buffer => {
  const font =
    loaded.get(weight) ?? readFileSync(createRequire(import.meta.url).resolve(files[weight]));
  loaded.set(weight, font);
  return font;
};
