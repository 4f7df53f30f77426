import { BusinessError } from '#lib/kernel';
import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { localeOf } from '../i18n/index.js';
import type { Log } from '../log/index.js';
import { httpErrors } from './http.errors.js';
import { problemOf } from './problem.js';
import type { Problem } from './problem.js';
import type { Pages } from './pages.js';
import { InvalidInput } from './validation.js';

/**
 * Turns whatever was thrown into problem+json, or into a page where a person's browser asked. What we did not
 * foresee is logged and shown as one general sentence: no stack, no message of a library reaches a client.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly pages: Pages,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = this.known(thrown);
    const errors = thrown instanceof InvalidInput ? thrown.problems : undefined;
    const locale = localeOf(request.query['lang'], request.headers['accept-language']);
    const problem = problemOf(error, locale, errors);
    if (response.headersSent) {
      response.end();
      return;
    }
    if (error.retryAfterSeconds !== undefined)
      response.setHeader('Retry-After', error.retryAfterSeconds);
    response.status(problem.status).setHeader('Cache-Control', 'no-store');
    if (wantsPage(request)) this.pages.send(response, 'problem', { problem }, locale);
    else sendJson(response, problem);
  }

  private known(thrown: unknown): BusinessError {
    if (thrown instanceof BusinessError) return thrown;
    if (thrown instanceof InvalidInput) return httpErrors.invalidInput();
    const known = statusOf(thrown);
    if (known === 404) return httpErrors.notFound();
    if (known === 413) return httpErrors.tooLarge();
    if (known === 415) return httpErrors.unsupportedType();
    if (known !== undefined && known < 500) return httpErrors.malformed();
    this.log.failure('http.unforeseen', thrown);
    return httpErrors.broken();
  }
}

const statusOf = (thrown: unknown): number | undefined => {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status: unknown = thrown instanceof Error && 'status' in thrown ? thrown.status : undefined;
  return typeof status === 'number' ? status : undefined;
};

const wantsPage = (request: Request): boolean =>
  !request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html';

const sendJson = (response: Response, problem: Problem): void => {
  response.type('application/problem+json').send(JSON.stringify(problem));
};
