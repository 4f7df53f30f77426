import type { TenantId } from '#lib/kernel';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { accountsErrors } from '../accounts.errors.js';
import { tenantOf } from '../domain/actor.js';
import type { Actor } from '../domain/actor.js';
import type { CurrentSession as SessionOfRequest } from '../use-cases/authenticate.js';

const actors = new WeakMap<Request, Actor>();
const sessions = new WeakMap<Request, SessionOfRequest>();

export const rememberActor = (
  request: Request,
  actor: Actor,
  session: SessionOfRequest | undefined,
): void => {
  actors.set(request, actor);
  if (session) sessions.set(request, session);
};

/** Who calls; undefined on a public route. */
export const actorOf = (request: Request): Actor | undefined => actors.get(request);

const actorIn = (context: ExecutionContext): Actor => {
  const actor = actorOf(context.switchToHttp().getRequest<Request>());
  if (!actor) throw new Error('A public route has no actor');
  return actor;
};

/** The actor that the guard let through, on routes that are not public. */
export const CurrentActor: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => actorIn(context),
);

/** The tenant of the actor, on routes for tenants. */
export const CurrentTenant: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): TenantId => {
    const tenantId = tenantOf(actorIn(context));
    if (!tenantId) throw new Error('Only routes for tenants have a tenant');
    return tenantId;
  },
);

/** The session of a person, on routes for who is signed in. */
export const CurrentSession: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): SessionOfRequest => {
    const session = sessions.get(context.switchToHttp().getRequest<Request>());
    if (!session) throw accountsErrors.notAllowed();
    return session;
  },
);
