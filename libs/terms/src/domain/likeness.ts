const pairsOf = (text: string): ReadonlyMap<string, number> => {
  const characters = Array.from(text.replaceAll(/\s/g, ''));
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = `${characters[i] ?? ''}${characters[i + 1] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

/** How much two texts have in common, 0 … 1: the share of neighbouring characters that both have (Dice). */
export const likeness = (a: string, b: string): number => {
  if (a === b) return 1;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const count = (pairs: ReadonlyMap<string, number>): number =>
    [...pairs.values()].reduce((sum, n) => sum + n, 0);
  const all = count(left) + count(right);
  if (all === 0) return 0;
  let common = 0;
  for (const [pair, n] of left) common += Math.min(n, right.get(pair) ?? 0);
  return (2 * common) / all;
};
