import type { Pick } from './picker.js';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

const letter = (pick: Pick): string => letters.charAt(pick(letters.length));
const without = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1);

const alterations: readonly ((text: string, pick: Pick) => string)[] = [
  (text, pick) => {
    const at = pick(text.length);
    return text.slice(0, at) + letter(pick) + text.slice(at + 1);
  },
  (text, pick) => {
    const at = pick(text.length - 1);
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  },
  (text, pick) => without(text, pick(text.length)),
  (text, pick) => {
    const at = pick(text.length + 1);
    return text.slice(0, at) + letter(pick) + text.slice(at);
  },
  (text, pick) => text.slice(0, pick(text.length)),
  (text, pick) => Array.from(text, () => letter(pick)).join(''),
];

/** A name changed in some way, never only in its letter case. */
export const altered = (text: string, pick: Pick): string => {
  const alteration = alterations[pick(alterations.length)];
  const changed = alteration?.(text, pick) ?? '';
  return changed.toLowerCase() === text.toLowerCase() ? altered(text, pick) : changed;
};
