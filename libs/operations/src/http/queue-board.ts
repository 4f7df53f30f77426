import { OperatorDoor } from '#lib/accounts';
import { QueueDesk } from '#platform/queue';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Injectable } from '@nestjs/common';
import type { NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { operationsErrors } from '../operations.errors.js';

export const boardPath = '/operator/queues';

/**
 * Bull Board behind the operators' sign-in, for looking only: what changes something goes through our own routes,
 * which ask for the CSRF token and write the audit trail.
 */
@Injectable()
export class QueueBoard implements NestMiddleware {
  private board: RequestHandler | undefined;

  constructor(
    private readonly door: OperatorDoor,
    private readonly desk: QueueDesk,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (!(await this.door.admits(request, 'queues.read'))) throw operationsErrors.signInFirst();
    this.board ??= this.open();
    letBaseBe(response);
    request.url = request.originalUrl.slice(boardPath.length) || '/';
    this.board(request, response, next);
  }

  private open(): RequestHandler {
    const serverAdapter = new ExpressAdapter();
    serverAdapter.setBasePath(boardPath);
    const queues = [...this.desk.queues().values()].map(
      (queue) => new BullMQAdapter(queue, { readOnlyMode: true }),
    );
    // Its types differ from one another in an optional field only.
    createBullBoard({ queues, serverAdapter: serverAdapter as never });
    return serverAdapter.getRouter() as RequestHandler;
  }
}

/** The board's page finds its own parts by its base element, which our policy forbids everywhere else. */
const letBaseBe = (response: Response): void => {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.setHeader(
    'Content-Security-Policy',
    policy.replace("base-uri 'none'", "base-uri 'self'"),
  );
};
