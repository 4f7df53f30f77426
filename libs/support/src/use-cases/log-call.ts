import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, jstDate, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import type { PageOf } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { callRetentionMonths } from '../domain/call.js';
import type { Call } from '../domain/call.js';
import { CallsStore } from '../store/calls.store.js';
import { supportErrors } from '../support.errors.js';

/** Keeps a record of calls, as long as it may be kept. @clause D1 §6-2 */
@Injectable()
export class LogCall {
  constructor(
    private readonly database: Database,
    private readonly calls: CallsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the id. @throws BusinessError support.call-in-future */
  async execute(
    call: Omit<Call, 'id' | 'operatorId' | 'keepUntil'>,
    actor: Actor,
  ): Promise<string> {
    const now = this.clock.now();
    if (call.at > now) throw supportErrors.callInFuture({ field: 'at' });
    const id = newId(now);
    const keepUntil = jstDate(call.at).add({ months: callRetentionMonths });
    await this.database.asSystem(async (tx) => {
      await this.calls.add(tx, { ...call, id, keepUntil, operatorId: actorId(actor) ?? '' });
      const subject = { kind: 'call', id };
      await this.audit.record(tx, { tenantId: null, actor, action: 'call.logged', subject });
    });
    return id;
  }

  /** The newest first. @throws BusinessError request.bad-cursor */
  async page(size: number, cursor: string | undefined): Promise<PageOf<Call>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await this.database.asSystem((tx) => this.calls.page(tx, size, after));
    return pageOf(rows, size, ({ id, at }) => ({ id, sort: at.toISOString() }));
  }
}
