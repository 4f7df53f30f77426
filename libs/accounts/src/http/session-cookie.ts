import { createHmac, timingSafeEqual } from 'node:crypto';
import { Config } from '#platform/config';
import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { longestMs } from '../domain/session-life.js';

/** The cookie that holds the session's token, and the token that shows a request came from a page of ours. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options: CookieOptions;

  constructor(config: Config) {
    const secure = config.publicUrl.startsWith('https:');
    this.name = secure ? '__Host-hikyaku_session' : 'hikyaku_session';
    this.options = { httpOnly: true, sameSite: 'lax', path: '/', secure };
  }

  read(request: Request): string | undefined {
    for (const pair of (request.headers.cookie ?? '').split(';')) {
      const [name, value] = pair.trim().split('=', 2);
      if (name === this.name && value) return value;
    }
    return undefined;
  }

  set(response: Response, token: string): void {
    response.cookie(this.name, token, { ...this.options, maxAge: longestMs });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
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
