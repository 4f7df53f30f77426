import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const features = join(import.meta.dirname, '../../apps/console/src/features');

/** Names of the parameters in a path, to the objects that one may open there. */
export type PathIds = Readonly<Record<string, readonly string[]>>;

/** Every path that the router knows, read from where the router reads it: a new page cannot be forgotten. */
export const consolePaths = (area: 'tenant' | 'operator' | 'open'): string[] =>
  readdirSync(features)
    .map((name) => readFileSync(join(features, name, 'routes.tsx'), 'utf8'))
    .filter((code) => code.includes(`area: '${area}'`))
    .flatMap((code) => [
      ...(/\bindex: true/.test(code) ? [''] : []),
      ...[...code.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path),
    ]);

/** `campaigns/:campaignId/edit/:step?` with all objects of the kind; an optional parameter is left out. */
export const filledPaths = (
  path: string,
  ids: PathIds,
  otherwise: readonly string[] = [],
): string[] => {
  const [parameter, name = ''] = /:(\w+)(?!\w|\?)/.exec(path) ?? [];
  if (parameter === undefined) return [path.replace(/\/:\w+\?/, '')];
  return (ids[name] ?? otherwise).flatMap((id) =>
    filledPaths(path.replace(parameter, id), ids, otherwise),
  );
};
