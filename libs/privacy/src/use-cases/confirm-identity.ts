import { AuditTrail } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DataRequest } from '../domain/request.js';
import { MoveRequest } from './move-request.js';
import { RequestTokens } from './request-tokens.js';

/** A reader proves to be the one who reads mail at the registered address. @clause §2.5 */
@Injectable()
export class ConfirmIdentity {
  constructor(
    private readonly database: Database,
    private readonly tokens: RequestTokens,
    private readonly moving: MoveRequest,
    private readonly audit: AuditTrail,
  ) {}

  /** What the link is about; undefined when it opens nothing. Changes nothing. */
  show(token: string): Promise<DataRequest | undefined> {
    return this.database.asSystem((tx) => this.tokens.open(tx, token, 'identity'));
  }

  /** False when the link opens nothing, or was used. */
  async execute(token: string): Promise<boolean> {
    return this.database.asSystem(async (tx) => {
      const request = await this.tokens.open(tx, token, 'identity');
      if (!request) return false;
      await this.moving.within(tx, request, 'verify');
      await this.audit.record(tx, {
        tenantId: null,
        actor: { kind: 'system' },
        action: 'personal-data-request.identity-proved',
        subject: { kind: 'personal-data-request', id: request.id },
        details: { by: 'token' },
      });
      return true;
    });
  }
}
