import { Clock, randomToken } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Log } from '#platform/log';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { emailKey } from '../domain/read-email.js';
import { Passwords } from '../passwords.js';
import { SessionsStore } from '../store/sessions.store.js';
import { SignInStore } from '../store/sign-in.store.js';
import type { FoundAccount } from '../store/sign-in.store.js';
import { TriesStore } from '../store/tries.store.js';
import { CountTries } from './count-tries.js';

interface Credentials {
  readonly as: 'member' | 'operator';
  readonly email: string;
  readonly password: string;
  /** Slug of the tenant; needed only by who belongs to several. */
  readonly tenant?: string | undefined;
  readonly ip: string;
}

/**
 * Opens a session. Unknown address, wrong password and an address of several tenants get the same answer after
 * the same work: one password is checked, whatever was found.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly countTries: CountTries,
    private readonly accounts: SignInStore,
    private readonly sessions: SessionsStore,
    private readonly tries: TriesStore,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Gives the session's token, which is kept nowhere else.
   * @throws BusinessError accounts.wrong-credentials, accounts.too-many-tries
   */
  async execute(credentials: Credentials): Promise<string> {
    const receipt = await this.countTries.execute({ what: 'sign-in', ...credentials });
    const found = await this.database.asSystem((tx) => this.find(tx, credentials));
    const account = found.length === 1 ? found[0] : undefined;
    const right = await this.passwords.verify(account?.passwordHash, credentials.password);
    if (!account || !right) return this.refuse();
    const token = randomToken();
    const opened = await this.database.asSystem(async (tx) => {
      const { ref, passwordHash } = account;
      if (!(await this.accounts.stillHas(tx, ref, passwordHash))) return false;
      await this.sessions.insert(tx, ref, hashToken(token), this.clock.now());
      await this.tries.takeBack(tx, receipt);
      return true;
    });
    if (!opened) return this.refuse();
    this.log.event('accounts.signed-in', { kind: account.ref.kind, id: account.ref.id });
    return token;
  }

  private find(tx: Tx, { as, email, tenant }: Credentials): Promise<FoundAccount[]> {
    return as === 'operator'
      ? this.accounts.operators(tx, emailKey(email))
      : this.accounts.members(tx, emailKey(email), tenant);
  }

  private refuse(): never {
    this.log.event('accounts.sign-in-refused');
    throw accountsErrors.wrongCredentials();
  }
}
