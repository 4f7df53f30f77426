import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import { accountOf } from '../domain/account.js';
import type { AccountRef } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import { SessionListStore } from '../store/session-list.store.js';

/** Ends sessions of who is signed in: a certain one, or all but this one. */
@Injectable()
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionListStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.session-not-found */
  async execute({ actor, sessionId }: { actor: Actor; sessionId: string }): Promise<void> {
    const ref = refOf(actor);
    await this.database.asSystem(async (tx) => {
      if (!(await this.sessions.deleteOne(tx, ref, sessionId)))
        throw accountsErrors.sessionNotFound();
      await this.audit.record(tx, { ...deed(ref, actor), action: 'session.ended' });
    });
  }

  /** Gives how many ended. */
  others({ actor, keptId }: { actor: Actor; keptId: string }): Promise<number> {
    const ref = refOf(actor);
    return this.database.asSystem(async (tx) => {
      const ended = await this.sessions.deleteOthers(tx, ref, keptId);
      if (ended > 0)
        await this.audit.record(tx, {
          ...deed(ref, actor),
          action: 'session.others-ended',
          details: { ended },
        });
      return ended;
    });
  }
}

const refOf = (actor: Actor): AccountRef => {
  const ref = accountOf(actor);
  if (!ref) throw accountsErrors.notAllowed();
  return ref;
};

const deed = (
  { tenantId, kind, id }: AccountRef,
  actor: Actor,
): { tenantId: AccountRef['tenantId']; actor: Actor; subject: { kind: string; id: string } } => ({
  tenantId,
  actor,
  subject: { kind, id },
});
