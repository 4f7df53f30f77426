import { Clock } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { stateAfter } from '../domain/request.js';
import type { DataRequest, RequestEvent, RequestState } from '../domain/request.js';
import { privacyErrors } from '../privacy.errors.js';
import { RequestsStore } from '../store/requests.store.js';

const deciding: readonly RequestEvent[] = ['fulfil', 'fulfil-in-part', 'refuse'];

/** Takes a locked request a step on, and makes its link void. */
@Injectable()
export class MoveRequest {
  constructor(
    private readonly requests: RequestsStore,
    private readonly clock: Clock,
  ) {}

  /** Gives the state after it. @throws BusinessError privacy.not-now */
  async within(
    tx: Tx,
    request: DataRequest,
    event: RequestEvent,
    reason: string | null = null,
  ): Promise<RequestState> {
    const state = stateAfter(request.state, event, request.feeYen);
    if (!state) throw privacyErrors.notNow();
    const now = this.clock.now();
    await this.requests.move(tx, request.id, {
      state,
      reason,
      ...(event === 'verify' && { verifiedAt: now }),
      ...(deciding.includes(event) && { decidedAt: now }),
    });
    return state;
  }
}
