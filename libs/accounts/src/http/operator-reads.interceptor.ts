import { Clock, isId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { concatMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { accountsErrors } from '../accounts.errors.js';
import { seenKindOf } from '../domain/seen-data.js';
import { OperatorReadsStore } from '../store/operator-reads.store.js';
import { actorOf } from './current.js';
import { FileOfTenants } from './file-of-tenants.js';

/** Names the reason of a look at a tenant's data, URL-encoded. */
const reasonHeader = 'Access-Reason';
const longestReason = 200;

/**
 * Notes whose data an operator is about to see, before the answer leaves: the tenant of the path, the one acted for,
 * and every one that the answer names. What cannot be noted is not shown. @clause P4-8, §4.3
 */
@Injectable()
export class OperatorReadsInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly reads: OperatorReadsStore,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const actor = actorOf(request);
    if (actor?.kind !== 'operator' || !isReading(request)) return next.handle();
    const reason = reasonOf(request);
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        const actingFor = isOperators(request) ? undefined : actor.actingFor;
        const seen = actingFor ? [actingFor] : tenantsIn(request, answer);
        const read = {
          operatorId: actor.operatorId,
          kind: seenKindOf(request.path),
          acting: actingFor !== undefined,
          reason,
        };
        if (seen.length > 0)
          await this.database.asSystem((tx) => this.reads.note(tx, seen, read, this.clock.now()));
        return answer;
      }),
    );
  }
}

const isOperators = ({ path }: Request): boolean => path.startsWith('/api/v1/operator/');

const isReading = ({ method, path }: Request): boolean =>
  method === 'GET' || path.endsWith('/download');

/** @throws BusinessError accounts.bad-access-reason */
const reasonOf = (request: Request): string => {
  const given = request.get(reasonHeader) ?? '';
  try {
    const reason = decodeURIComponent(given).trim();
    if (reason.length <= longestReason && !/\p{Cc}/u.test(reason)) return reason;
  } catch {
    // not URL-encoded
  }
  throw accountsErrors.badAccessReason({ field: reasonHeader });
};

const tenantsIn = (request: Request, answer: unknown): string[] => {
  const found = new Set<string>();
  const inPath = request.params['tenantId'];
  if (typeof inPath === 'string') found.add(inPath);
  if (answer instanceof FileOfTenants) return [...answer.tenantIds, ...found].filter(isId);
  if (answer instanceof StreamableFile && found.size === 0 && isOperators(request))
    throw new Error('a file for operators does not say whose data it holds');
  const isList = request.path === '/api/v1/operator/tenants';
  collect(answer, isList ? ['tenantId', 'id'] : ['tenantId'], found);
  return [...found].filter(isId);
};

/** Every id under one of the names, however deep; streams and buffers are files and hold none. */
const collect = (value: unknown, names: readonly string[], found: Set<string>): void => {
  if (Array.isArray(value)) for (const each of value) collect(each, names, found);
  else if (isPlain(value))
    for (const [name, each] of Object.entries(value))
      if (typeof each === 'string') {
        if (names.includes(name)) found.add(each);
      } else collect(each, names, found);
};

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value) && !('getStream' in value);
