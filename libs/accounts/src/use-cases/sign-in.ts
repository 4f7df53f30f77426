import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { emailKey } from '../domain/read-email.js';
import { Passwords } from '../passwords.js';
import { SignInStore } from '../store/sign-in.store.js';
import type { FoundAccount } from '../store/sign-in.store.js';
import { TriesStore } from '../store/tries.store.js';
import { AskForSecondFactor } from './ask-for-second-factor.js';
import type { Asked } from './ask-for-second-factor.js';
import { CountTries } from './count-tries.js';
import { OpenSession } from './open-session.js';
import type { Visit } from './open-session.js';

interface Credentials {
  readonly as: 'member' | 'operator';
  readonly email: string;
  readonly password: string;
  /** Slug of the tenant; needed only by who belongs to several. */
  readonly tenant?: string | undefined;
  readonly ip: string;
  readonly visit: Visit;
}

/** Either the session's token, which is kept nowhere else, or what is still to be proven. */
type Answer = { readonly token: string } | Asked;

/**
 * Checks a password. Unknown address, wrong password and an address of several tenants get the same answer after
 * the same work: one password is checked, whatever was found.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly countTries: CountTries,
    private readonly accounts: SignInStore,
    private readonly tries: TriesStore,
    private readonly passwords: Passwords,
    private readonly askForSecondFactor: AskForSecondFactor,
    private readonly openSession: OpenSession,
    private readonly log: Log,
  ) {}

  /** @throws BusinessError accounts.wrong-credentials, accounts.too-many-tries */
  async execute(credentials: Credentials): Promise<Answer> {
    const receipt = await this.countTries.execute({ what: 'sign-in', ...credentials });
    const found = await this.database.asSystem((tx) => this.find(tx, credentials));
    const account = found.length === 1 ? found[0] : undefined;
    const right = await this.passwords.verify(account?.passwordHash, credentials.password);
    if (!account || !right) return this.refuse();
    const answer = await this.database.asSystem(async (tx) => {
      const { ref, passwordHash } = account;
      if (!(await this.accounts.stillHas(tx, ref, passwordHash))) return undefined;
      await this.tries.takeBack(tx, receipt);
      const asked = await this.askForSecondFactor.within(tx, ref);
      if (asked) return asked;
      const { visit } = credentials;
      return { token: await this.openSession.within(tx, { account, secondFactor: null, visit }) };
    });
    return answer ?? this.refuse();
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
