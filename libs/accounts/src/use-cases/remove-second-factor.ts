import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { AccountRef } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import { PasskeysStore } from '../store/passkeys.store.js';
import { SecondFactorsStore } from '../store/second-factors.store.js';
import { SessionsStore } from '../store/sessions.store.js';
import { ConfirmPassword } from './confirm-password.js';
import { ReadSecondFactors } from './read-second-factors.js';

interface Removal {
  readonly actor: Actor;
  readonly password: string;
  readonly ip: string;
  /** The authenticator app, or the passkey with that id. */
  readonly what: 'totp' | { readonly passkeyId: string };
}

/** Takes a second factor off an account: one by its owner, or all by who answers for that person. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly confirm: ConfirmPassword,
    private readonly readFactors: ReadSecondFactors,
    private readonly factors: SecondFactorsStore,
    private readonly passkeys: PasskeysStore,
    private readonly sessions: SessionsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.wrong-password, accounts.no-second-factor, accounts.too-many-tries */
  async execute({ what, ...wish }: Removal): Promise<void> {
    const { ref, actor } = await this.confirm.execute(wish);
    await this.database.asSystem(async (tx) => {
      const gone =
        what === 'totp'
          ? await this.factors.deleteTotp(tx, ref)
          : await this.passkeys.delete(tx, ref, what.passkeyId);
      if (!gone) throw accountsErrors.noSecondFactor();
      const { totpSince, passkeys } = await this.readFactors.within(tx, ref);
      if (!totpSince && passkeys.length === 0) await this.factors.deleteCodes(tx, ref);
      await this.record(tx, ref, actor, what === 'totp' ? 'totp.removed' : 'passkey.removed');
    });
  }

  /** For who lost everything: the password alone opens the account again, and all its sessions end. */
  async allWithin(tx: Tx, ref: AccountRef, actor: Actor): Promise<void> {
    await this.factors.deleteTotp(tx, ref);
    await this.passkeys.deleteAll(tx, ref);
    await this.factors.deleteCodes(tx, ref);
    await this.sessions.deleteAll(tx, ref);
    await this.record(tx, ref, actor, 'second-factor.reset');
  }

  private record(tx: Tx, ref: AccountRef, actor: Actor, action: string): Promise<void> {
    const subject = { kind: ref.kind, id: ref.id };
    return this.audit.record(tx, { tenantId: ref.tenantId, actor, action, subject });
  }
}
