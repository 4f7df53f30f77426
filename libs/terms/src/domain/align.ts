/** Two lists side by side: what stands on the left only, on the right only, or on both. */
export type Pair<T> =
  | { readonly left: T; readonly right: T }
  | { readonly left: T; readonly right: null }
  | { readonly left: null; readonly right: T };

/** What is less alike than this is not the same thing changed, but one thing gone and another come. */
const leastLikeness = 0.4;

/**
 * Puts two lists side by side in their order, so that the sum of likeness of those that face each other is greatest.
 * @param likeness 0 (nothing in common) … 1 (equal)
 */
export const align = <T>(
  left: readonly T[],
  right: readonly T[],
  likeness: (left: T, right: T) => number,
): readonly Pair<T>[] => {
  const like = left.map((l) => right.map((r) => likeness(l, r)));
  const best = tableOfSums(like, left.length, right.length);
  const sum = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const pairs: Pair<T>[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const [l, r] = [left[i], right[j]];
    const both = like[i]?.[j] ?? 0;
    const facing = l !== undefined && r !== undefined && both >= leastLikeness;
    if (facing && sum(i, j) === both + sum(i + 1, j + 1)) {
      pairs.push({ left: l, right: r });
      i++;
      j++;
    } else if (l !== undefined && (r === undefined || sum(i + 1, j) >= sum(i, j + 1))) {
      pairs.push({ left: l, right: null });
      i++;
    } else if (r !== undefined) {
      pairs.push({ left: null, right: r });
      j++;
    }
  }
  return pairs;
};

/** [i][j]: the greatest sum that can be had from left[i…] and right[j…]. */
const tableOfSums = (like: readonly (readonly number[])[], lefts: number, rights: number) => {
  const best = Array.from({ length: lefts + 1 }, () => new Array<number>(rights + 1).fill(0));
  for (let i = lefts - 1; i >= 0; i--) {
    for (let j = rights - 1; j >= 0; j--) {
      const both = like[i]?.[j] ?? 0;
      const facing = both >= leastLikeness ? both + (best[i + 1]?.[j + 1] ?? 0) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(facing, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return best;
};
