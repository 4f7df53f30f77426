import { contrast, parseColor } from './color.js';
import type { Rgb } from './color.js';
import type { Declarations } from './css.js';

/** How text at some place of a mail looks. */
export interface Look {
  readonly hidden: boolean;
  readonly sizePx: number;
  /** Undefined when it cannot be known; such text counts as legible. */
  readonly color: Rgb | undefined;
  readonly background: Rgb | undefined;
}

export const plainLook: Look = {
  hidden: false,
  sizePx: 16,
  color: [0, 0, 0],
  background: [255, 255, 255],
};

const smallestPx = 9;
const weakestContrast = 3;

/** Whether a person with ordinary eyes can read it: shown at all, not tiny, not the colour of its background. */
export const isLegible = ({ hidden, sizePx, color, background }: Look): boolean =>
  !hidden &&
  sizePx >= smallestPx &&
  (!color || !background || contrast(color, background) >= weakestContrast);

/** The look inside an element, from that around it and what the element declares. */
export const lookWithin = (around: Look, css: Declarations): Look => ({
  hidden: around.hidden || hides(css),
  sizePx: sizeOf(css.get('font-size'), around.sizePx),
  color: pick(css.get('color'), around.color),
  background: pick(css.get('background-color') ?? css.get('background'), around.background),
});

const hides = (css: Declarations): boolean =>
  css.get('display') === 'none' ||
  ['hidden', 'collapse'].includes(css.get('visibility') ?? '') ||
  Number(css.get('opacity') ?? 1) < 0.3 ||
  ['height', 'max-height', 'width', 'max-width'].some((name) =>
    /^0(px|pt|em|%)?$/.test(css.get(name) ?? ''),
  );

const pick = (value: string | undefined, around: Rgb | undefined): Rgb | undefined =>
  value === undefined || value === 'transparent' || value === 'inherit' || value === 'none'
    ? around
    : parseColor(value);

const keywords: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
};

const pxPerUnit = (unit: string, around: number): number =>
  ({ px: 1, pt: 4 / 3, em: around, rem: 16, '%': around / 100 })[unit] ?? 1;

const sizeOf = (value: string | undefined, around: number): number => {
  if (value === undefined) return around;
  const number = /^(\d*\.?\d+)(px|pt|em|rem|%)?$/.exec(value);
  if (number) return Number(number[1]) * pxPerUnit(number[2] ?? 'px', around);
  return keywords[value] ?? around;
};
