import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { Passwords } from '../passwords.js';
import { SessionsStore } from '../store/sessions.store.js';
import { SignInStore } from '../store/sign-in.store.js';
import { ConfirmPassword } from './confirm-password.js';

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
    private readonly confirm: ConfirmPassword,
    private readonly accounts: SignInStore,
    private readonly sessions: SessionsStore,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.wrong-password, accounts.too-many-tries, and those of a bad password */
  async execute({ actor, currentPassword, newPassword, ip }: PasswordChange): Promise<void> {
    const current = { actor, password: currentPassword, ip, field: 'currentPassword' };
    const { ref, email } = await this.confirm.execute(current);
    const passwordHash = await this.passwords.hash(newPassword, email, 'newPassword');
    await this.database.asSystem(async (tx) => {
      await this.accounts.setPassword(tx, ref, passwordHash);
      await this.sessions.deleteAll(tx, ref);
      await this.audit.record(tx, {
        tenantId: ref.tenantId,
        actor,
        action: 'password.changed',
        subject: { kind: ref.kind, id: ref.id },
      });
    });
  }
}
