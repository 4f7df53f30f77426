import { createHash } from 'node:crypto';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { accountsErrors } from '../accounts.errors.js';
import { actorId, tenantOf } from '../domain/actor.js';
import type { Actor } from '../domain/actor.js';
import { IdempotencyStore } from '../store/idempotency.store.js';
import type { RequestKey, StoredAnswer } from '../store/idempotency.store.js';
import { actorOf } from './current.js';
import { idempotentKey } from './idempotent.js';

/** A request this old that gave no answer died with its process; its key may be used again. */
const abandonedMs = 5 * 60_000;
const keptHeaders = ['ETag', 'Location'];

/**
 * Does the work of an `@Idempotent()` route once per key: later ones get the first answer with
 * `Idempotency-Replayed: true`, one that comes while the first runs gets 409. A refused request is not kept.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly store: IdempotencyStore,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = request.get('Idempotency-Key');
    const actor = actorOf(request);
    const applies = this.reflector.get<true | undefined>(idempotentKey, context.getHandler());
    if (!applies || key === undefined || !actor) return next.handle();
    if (!/^[\x21-\x7e]{1,255}$/.test(key))
      throw accountsErrors.badIdempotencyKey({ field: 'Idempotency-Key' });
    const response = context.switchToHttp().getResponse<Response>();
    return from(this.once(actor, key, request, response, next));
  }

  private async once(
    actor: Actor,
    key: string,
    request: Request,
    response: Response,
    next: CallHandler,
  ): Promise<unknown> {
    const tenantId = tenantOf(actor);
    const known = { actorId: actorId(actor) ?? '', route: routeOf(request), key };
    const startedAt = this.clock.now();
    const first = await this.in(actor, (tx) =>
      this.firstAnswer(tx, actor, known, fingerprintOf(request), startedAt),
    );
    if (first) return replay(response, first);
    try {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const answer = { status: response.statusCode, headers: headersOf(response), body };
      await this.in(actor, (tx) => this.store.finish(tx, tenantId, known, answer));
      return body;
    } catch (error) {
      await this.in(actor, (tx) => this.store.forget(tx, tenantId, known, startedAt));
      throw error;
    }
  }

  /** The stored answer; undefined when the work is this request's to do. */
  private async firstAnswer(
    tx: Tx,
    actor: Actor,
    known: RequestKey,
    fingerprint: Buffer,
    now: Date,
  ): Promise<StoredAnswer | undefined> {
    const tenantId = tenantOf(actor);
    if (await this.store.begin(tx, tenantId, known, fingerprint, now)) return undefined;
    const earlier = await this.store.find(tx, tenantId, known);
    if (!earlier) throw httpErrors.idempotencyRunning({ retryAfterSeconds: 1 });
    if (!earlier.fingerprint.equals(fingerprint))
      throw httpErrors.idempotencyReused({ field: 'Idempotency-Key' });
    if (earlier.answer) return earlier.answer;
    if (now.getTime() - earlier.startedAt.getTime() < abandonedMs)
      throw httpErrors.idempotencyRunning({ retryAfterSeconds: 1 });
    await this.store.forget(tx, tenantId, known, earlier.startedAt);
    if (await this.store.begin(tx, tenantId, known, fingerprint, now)) return undefined;
    throw httpErrors.idempotencyRunning({ retryAfterSeconds: 1 });
  }

  private in<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const tenantId = tenantOf(actor);
    return tenantId ? this.database.inTenant(tenantId, work) : this.database.asSystem(work);
  }
}

const routeOf = (request: Request): string => `${request.method} ${request.path}`;

const fingerprintOf = (request: Request): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([request.originalUrl, request.body ?? null]))
    .digest();

const headersOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = response.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );

const replay = (response: Response, { status, headers, body }: StoredAnswer): unknown => {
  response.status(status).setHeader('Idempotency-Replayed', 'true');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return body;
};
