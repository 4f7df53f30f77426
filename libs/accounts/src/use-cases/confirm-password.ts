import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { accountOf } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import { Passwords } from '../passwords.js';
import { SignInStore } from '../store/sign-in.store.js';
import type { FoundAccount } from '../store/sign-in.store.js';
import { TriesStore } from '../store/tries.store.js';
import { CountTries } from './count-tries.js';

interface Confirmation {
  readonly actor: Actor;
  readonly password: string;
  readonly ip: string;
  readonly field?: string;
}

/** Makes sure that the person at a signed-in browser is its owner, before anything that guards the account changes. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly database: Database,
    private readonly accounts: SignInStore,
    private readonly passwords: Passwords,
    private readonly countTries: CountTries,
    private readonly tries: TriesStore,
  ) {}

  /** @throws BusinessError accounts.wrong-password, accounts.too-many-tries */
  async execute({ actor, password, ip, field = 'password' }: Confirmation): Promise<FoundAccount> {
    const ref = accountOf(actor);
    if (!ref) throw accountsErrors.notAllowed();
    const account = await this.database.asSystem((tx) => this.accounts.byRef(tx, ref));
    if (!account) throw accountsErrors.signInNeeded();
    const receipt = await this.countTries.execute({ what: 'sign-in', email: account.email, ip });
    if (!(await this.passwords.verify(account.passwordHash, password)))
      throw accountsErrors.wrongPassword({ field });
    await this.database.asSystem((tx) => this.tries.takeBack(tx, receipt));
    return account;
  }
}
