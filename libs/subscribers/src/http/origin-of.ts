import { isIP } from 'node:net';
import type { Request } from 'express';
import type { Origin } from '../use-cases/undo-unsubscribe.js';

/** Where a request came from, for consent records and budgets. */
export const originOf = (request: Request): Origin => ({
  ip: isIP(request.ip ?? '') ? (request.ip ?? null) : null,
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
});
