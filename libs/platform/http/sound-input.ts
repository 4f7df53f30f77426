import type { RequestHandler } from 'express';
import { httpErrors } from './http.errors.js';

const deepest = 32;
const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses, before any route sees it, what no honest client sends and nothing behind us can keep or walk through:
 * NUL and halves of characters, keys of the prototype, and objects nested without end.
 */
export const soundInput: RequestHandler = (request, _response, next) => {
  if (request.path.includes('%00')) {
    next(httpErrors.notFound());
    return;
  }
  const field = unsoundPart(request.body, '', deepest);
  next(field === undefined ? undefined : httpErrors.malformed(field === '' ? {} : { field }));
};

/** Where the first unsound part lies, written `target.newsletterIds[0]`. */
const unsoundPart = (value: unknown, path: string, depth: number): string | undefined => {
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === 0) return path.split(/[.[]/, 1)[0];
  for (const [key, part] of Object.entries(value)) {
    if (unsafeKeys.has(key) || unsoundPart(key, path, 0) !== undefined) return path;
    const found = unsoundPart(part, pathTo(path, key, Array.isArray(value)), depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
};

const pathTo = (path: string, key: string, isIndex: boolean): string => {
  if (isIndex) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
};
