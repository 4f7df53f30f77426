import { Clock, randomToken } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { patienceMs } from '../domain/request.js';
import type { DataRequest } from '../domain/request.js';
import { RequestsStore } from '../store/requests.store.js';

/** What a link proves: that the address is the person's, or that the answer may be fetched. */
export type TokenPurpose = 'identity' | 'answer';

/** Links of requests. They rest as hashes and fit one purpose; a request has one at a time. */
@Injectable()
export class RequestTokens {
  constructor(
    private readonly requests: RequestsStore,
    private readonly clock: Clock,
  ) {}

  async issue(tx: Tx, requestId: string, purpose: TokenPurpose): Promise<string> {
    const token = randomToken();
    const until = new Date(this.clock.now().getTime() + patienceMs);
    await this.requests.setToken(tx, requestId, hashOf(purpose, token), until);
    return token;
  }

  open(tx: Tx, token: string, purpose: TokenPurpose): Promise<DataRequest | undefined> {
    return this.requests.byToken(tx, hashOf(purpose, token), this.clock.now());
  }
}

const hashOf = (purpose: TokenPurpose, token: string): Buffer => hashToken(`${purpose}:${token}`);
