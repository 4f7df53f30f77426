/** A number from 0 up to, but without, `below`. */
export type Pick = (below: number) => number;

/** Random numbers from a seed (mulberry32): the same seed gives the same. */
export const pickerOf = (seed: number): Pick => {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};
