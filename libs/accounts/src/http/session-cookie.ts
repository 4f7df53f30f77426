import { createHmac, timingSafeEqual } from 'node:crypto';
import { randomToken } from '#lib/kernel';
import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { cookieName, cookies, lifetimeMs } from '../domain/cookies.js';
import { longestMs } from '../domain/session-life.js';

/** The cookie that holds the session's token, the one by which a browser is known again, and the token that shows a request came from a page of ours. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly deviceName: string;
  private readonly options: CookieOptions;

  constructor(config: Config) {
    const secure = config.publicUrl.startsWith('https:');
    this.name = cookieName(cookies.session, secure);
    this.deviceName = cookieName(cookies.device, secure);
    this.options = { httpOnly: true, sameSite: 'lax', path: '/', secure };
  }

  read(request: Request): string | undefined {
    return this.value(request, this.name);
  }

  set(response: Response, token: string): void {
    response.cookie(this.name, token, { ...this.options, maxAge: longestMs });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }

  /** By what a browser is known again at its next sign-in; a new one gets a new token. */
  device(request: Request): string {
    const known = this.value(request, this.deviceName);
    return known && /^[\w-]{20,64}$/.test(known) ? known : randomToken();
  }

  setDevice(response: Response, token: string): void {
    response.cookie(this.deviceName, token, {
      ...this.options,
      maxAge: lifetimeMs(cookies.device),
    });
  }

  private value(request: Request, wanted: string): string | undefined {
    for (const pair of (request.headers.cookie ?? '').split(';')) {
      const [name, value] = pair.trim().split('=', 2);
      if (name === wanted && value) return value;
    }
    return undefined;
  }
}

/** Follows from the session's token, which no script can read, and does not lead back to it. */
export const csrfTokenOf = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('csrf').digest('base64url');

export const isCsrfTokenOf = (sessionToken: string, given: string | undefined): boolean => {
  const right = Buffer.from(csrfTokenOf(sessionToken));
  const shown = Buffer.from(given ?? '');
  return right.length === shown.length && timingSafeEqual(right, shown);
};
