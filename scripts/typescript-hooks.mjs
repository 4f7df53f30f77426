import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

/** `./x.js` is written for `./x.ts`, and `#lib/…` leads to the sources. */
export async function resolve(specifier, context, next) {
  const sources = { ...context, conditions: ['source', ...context.conditions] };
  const fromTypeScript = context.parentURL?.endsWith('.ts') && specifier.startsWith('.');
  return next(fromTypeScript ? specifier.replace(/\.js$/, '.ts') : specifier, sources);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url));
  return { format: 'module', source: code, shortCircuit: true };
}
