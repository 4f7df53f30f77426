import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { accountsErrors } from '../accounts.errors.js';
import { Authenticate } from '../use-cases/authenticate.js';
import type { Visit } from '../use-cases/open-session.js';
import { SessionCookie, csrfTokenOf } from './session-cookie.js';
import { sessionView } from './session.dto.js';
import type { SessionView } from './session.dto.js';
import { visitOf } from './visit-of.js';

/** Hands a new session to the browser that opened it. */
@Injectable()
export class SignInDoor {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly cookie: SessionCookie,
  ) {}

  visit(request: Request): Visit {
    return visitOf(request, this.cookie.device(request));
  }

  async open(response: Response, token: string, visit: Visit): Promise<SessionView> {
    const signedIn = await this.authenticate.bySession(token);
    if (!signedIn) throw accountsErrors.wrongCredentials();
    this.cookie.set(response, token);
    this.cookie.setDevice(response, visit.deviceToken);
    return sessionView(signedIn.actor, signedIn.session, csrfTokenOf(token));
  }
}
