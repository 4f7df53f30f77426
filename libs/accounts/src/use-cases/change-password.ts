import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import { actorId, tenantOf } from '../domain/actor.js';
import type { Actor } from '../domain/actor.js';
import type { AccountRef } from '../domain/account.js';
import { Passwords } from '../passwords.js';
import { SessionsStore } from '../store/sessions.store.js';
import { SignInStore } from '../store/sign-in.store.js';
import { TriesStore } from '../store/tries.store.js';
import { CountTries } from './count-tries.js';

interface PasswordChange {
  readonly actor: Actor;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly ip: string;
}

/** Changes the password of who is signed in, and ends all sessions, this one too. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: SignInStore,
    private readonly sessions: SessionsStore,
    private readonly passwords: Passwords,
    private readonly countTries: CountTries,
    private readonly tries: TriesStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.wrong-password, accounts.too-many-tries, and those of a bad password */
  async execute({ actor, currentPassword, newPassword, ip }: PasswordChange): Promise<void> {
    const ref = refOf(actor);
    const account = await this.database.asSystem((tx) => this.accounts.byRef(tx, ref));
    if (!account) throw accountsErrors.signInNeeded();
    const receipt = await this.countTries.execute({ what: 'sign-in', email: account.email, ip });
    if (!(await this.passwords.verify(account.passwordHash, currentPassword)))
      throw accountsErrors.wrongPassword({ field: 'currentPassword' });
    const passwordHash = await this.passwords.hash(newPassword, account.email, 'newPassword');
    await this.database.asSystem(async (tx) => {
      await this.accounts.setPassword(tx, ref, passwordHash);
      await this.sessions.deleteAll(tx, ref);
      await this.tries.takeBack(tx, receipt);
      await this.audit.record(tx, {
        tenantId: tenantOf(actor),
        actor,
        action: 'password.changed',
        subject: { kind: ref.kind, id: ref.id },
      });
    });
  }
}

const refOf = (actor: Actor): AccountRef => {
  const id = actorId(actor);
  const tenantId = tenantOf(actor);
  if (id === null || actor.kind === 'api-key') throw accountsErrors.notAllowed();
  return tenantId ? { kind: 'member', tenantId, id } : { kind: 'operator', tenantId: null, id };
};
