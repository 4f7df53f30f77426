/** Red, green and blue, each 0–255. */
export type Rgb = readonly [number, number, number];

const names: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'ffffff',
  gray: '808080',
  grey: '808080',
  silver: 'c0c0c0',
  lightgray: 'd3d3d3',
  lightgrey: 'd3d3d3',
  gainsboro: 'dcdcdc',
  whitesmoke: 'f5f5f5',
  ivory: 'fffff0',
  snow: 'fffafa',
  red: 'ff0000',
  navy: '000080',
  blue: '0000ff',
  yellow: 'ffff00',
};

/** Reads a CSS colour; undefined for anything that is not plainly one opaque colour. */
export const parseColor = (text: string): Rgb | undefined => {
  const value = text.trim().toLowerCase();
  const hex = names[value] ?? /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(value)?.[1];
  if (hex) return fromHex(hex);
  const parts = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(value);
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : undefined;
};

const fromHex = (hex: string): Rgb => {
  const size = hex.length / 3;
  const part = (index: number): number => {
    const digits = hex.slice(index * size, (index + 1) * size);
    return parseInt(size === 1 ? digits + digits : digits, 16);
  };
  return [part(0), part(1), part(2)];
};

/** From 1 (the same) to 21 (black on white), as the accessibility guidelines define it (WCAG 2.2). */
export const contrast = (a: Rgb, b: Rgb): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const luminance = ([r, g, b]: Rgb): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

const linear = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
