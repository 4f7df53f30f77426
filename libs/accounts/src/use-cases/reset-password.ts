import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import { Passwords } from '../passwords.js';
import { SessionsStore } from '../store/sessions.store.js';
import { SignInStore } from '../store/sign-in.store.js';
import type { FoundAccount } from '../store/sign-in.store.js';

/** Sets a new password for who holds the link from the mail, and ends all sessions of that account. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: SignInStore,
    private readonly sessions: SessionsStore,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Looks whether the link still works; changes nothing. @throws BusinessError accounts.password-reset-not-found */
  async check(token: string): Promise<void> {
    await this.database.asSystem((tx) => this.accountFor(tx, token));
  }

  /** @throws BusinessError accounts.password-reset-not-found, and those of a bad password */
  async execute({ token, password }: { token: string; password: string }): Promise<void> {
    const { email } = await this.database.asSystem((tx) => this.accountFor(tx, token));
    const passwordHash = await this.passwords.hash(password, email);
    await this.database.asSystem(async (tx) => {
      const { ref } = await this.accountFor(tx, token);
      await this.accounts.setPassword(tx, ref, passwordHash);
      await this.sessions.deleteAll(tx, ref);
      await this.audit.record(tx, {
        tenantId: ref.tenantId,
        actor: { kind: 'system' },
        action: 'password.reset',
        subject: { kind: ref.kind, id: ref.id },
      });
    });
  }

  private async accountFor(tx: Tx, token: string): Promise<FoundAccount> {
    const ref = await this.sessions.resetFor(tx, hashToken(token), this.clock.now());
    const account = ref && (await this.accounts.byRef(tx, ref));
    if (!account) throw accountsErrors.resetNotFound();
    return account;
  }
}
