import type { Variable } from './variable.js';

/** Pure reading of variables: all values, and one sentence for each wrong one. An empty text counts as unset. */
export const readEnvironment = (
  variables: Readonly<Record<string, Variable<unknown>>>,
  env: Readonly<Record<string, string | undefined>>,
  preferred: Readonly<Record<string, string>> = {},
): { values: Record<string, unknown>; problems: string[] } => {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables)) {
    const text = env[name]?.trim() || preferred[name];
    try {
      values[name] = text ? variable.parse(text) : variable.fallback;
    } catch {
      problems.push(`${name} must be ${variable.wants}`);
    }
  }
  return { values, problems };
};
