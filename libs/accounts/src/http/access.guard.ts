import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { accountsErrors } from '../accounts.errors.js';
import { tenantOf } from '../domain/actor.js';
import type { Actor } from '../domain/actor.js';
import { may } from '../domain/permissions.js';
import { Authenticate } from '../use-cases/authenticate.js';
import type { CurrentSession } from '../use-cases/authenticate.js';
import { accessKey } from './access.js';
import type { Access } from './access.js';
import { rememberActor } from './current.js';
import { SessionCookie, isCsrfTokenOf } from './session-cookie.js';

const harmless = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Stands before every route of the process: finds out who calls and whether they may. A route without an access
 * decorator is closed to all. A session's unsafe requests must carry its CSRF token; API keys need none, because no
 * browser adds them by itself.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticate: Authenticate,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, route);
    if (!access) throw accountsErrors.notAllowed();
    if (access.for === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const caller = await this.caller(request);
    if (!caller) {
      context.switchToHttp().getResponse<Response>().setHeader('WWW-Authenticate', 'Bearer');
      throw request.headers.authorization ? accountsErrors.badKey() : accountsErrors.signInNeeded();
    }
    const { actor, session } = caller;
    if (!isLetThrough(actor, access)) throw accountsErrors.notAllowed();
    if (session && !session.strongEnough && access.for !== 'signed-in')
      throw accountsErrors.secondFactorNeeded();
    rememberActor(request, actor, session);
    return true;
  }

  private async caller(request: Request): Promise<Caller | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const secret = /^Bearer +(hk_\S+)$/i.exec(authorization)?.[1];
      const key = secret === undefined ? undefined : await this.authenticate.byKey(secret);
      return key && { actor: key };
    }
    const token = this.cookie.read(request);
    const caller = token === undefined ? undefined : await this.authenticate.bySession(token);
    if (!token || !caller) return undefined;
    if (!harmless.includes(request.method) && !isCsrfTokenOf(token, request.get('X-CSRF-Token')))
      throw accountsErrors.csrfTokenNeeded({ field: 'X-CSRF-Token' });
    return caller;
  }
}

interface Caller {
  readonly actor: Actor;
  /** Of a person; programs have none. */
  readonly session?: CurrentSession;
}

const isLetThrough = (actor: Actor, access: Exclude<Access, { for: 'public' }>): boolean => {
  switch (access.for) {
    case 'signed-in':
      return actor.kind === 'member' || actor.kind === 'operator';
    case 'tenant':
      return tenantOf(actor) !== null && may(actor, access.permission);
    case 'operator':
      return actor.kind === 'operator' && may(actor, access.permission);
  }
};
