import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { may } from '../domain/permissions.js';
import type { OperatorPermission } from '../domain/permissions.js';
import { Authenticate } from '../use-cases/authenticate.js';
import { SessionCookie } from './session-cookie.js';

/** For pages that are not routes of ours, such as a board of another library: whether an operator asks for them. */
@Injectable()
export class OperatorDoor {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly cookie: SessionCookie,
  ) {}

  async admits(request: Request, permission: OperatorPermission): Promise<boolean> {
    const token = this.cookie.read(request);
    const signedIn = token === undefined ? undefined : await this.authenticate.bySession(token);
    if (!signedIn) return false;
    const { actor, session } = signedIn;
    return actor.kind === 'operator' && session.strongEnough && may(actor, permission);
  }
}
