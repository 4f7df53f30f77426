import { actorOf } from '#lib/accounts';
import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { AcceptedByUse } from '../use-cases/accepted-by-use.js';

/** Who goes on using the service after a version took effect has accepted it. @clause P4-10 */
@Injectable()
export class DeemedAcceptanceInterceptor implements NestInterceptor {
  constructor(private readonly used: AcceptedByUse) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const actor = actorOf(context.switchToHttp().getRequest<Request>());
    if (actor?.kind === 'member') await this.used.execute(actor);
    return next.handle();
  }
}
