import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { Passkeys } from '../passkeys.js';
import type { PasskeyAnswer } from '../passkeys.js';
import { SignInTicketsStore } from '../store/sign-in-tickets.store.js';
import type { SignInTicket } from '../store/sign-in-tickets.store.js';
import { SignInStore } from '../store/sign-in.store.js';
import type { SecondFactor } from '../store/sessions.store.js';
import { TriesStore } from '../store/tries.store.js';
import { CheckCode } from './check-code.js';
import { CountTries } from './count-tries.js';
import { OpenSession } from './open-session.js';
import type { Visit } from './open-session.js';

interface Proof {
  readonly ticket: string;
  /** Of an authenticator app, or a recovery code; or what a passkey answered. */
  readonly proof: { readonly code: string } | { readonly passkey: PasskeyAnswer };
  readonly ip: string;
  readonly visit: Visit;
}

/** The second step of a sign-in: opens the session of who holds a ticket and shows a second factor. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly database: Database,
    private readonly tickets: SignInTicketsStore,
    private readonly accounts: SignInStore,
    private readonly countTries: CountTries,
    private readonly tries: TriesStore,
    private readonly checkCode: CheckCode,
    private readonly passkeys: Passkeys,
    private readonly openSession: OpenSession,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the session's token.
   * @throws BusinessError accounts.ticket-over, accounts.wrong-second-factor, accounts.too-many-tries
   */
  async execute({ ticket, proof, ip, visit }: Proof): Promise<string> {
    const { ref } = await this.database.asSystem((tx) => this.holder(tx, ticket));
    const receipt = await this.countTries.execute({ what: 'second-factor', email: ref.id, ip });
    return this.database.asSystem(async (tx) => {
      const holder = await this.holder(tx, ticket);
      const account = await this.accounts.byRef(tx, holder.ref);
      if (!account) throw accountsErrors.ticketOver();
      const secondFactor = await this.check(tx, holder, proof);
      await this.tickets.delete(tx, hashToken(ticket));
      await this.tries.takeBack(tx, receipt);
      return this.openSession.within(tx, { account, secondFactor, visit });
    });
  }

  private async holder(tx: Tx, ticket: string): Promise<SignInTicket> {
    const holder = await this.tickets.lock(tx, hashToken(ticket), this.clock.now());
    if (!holder) throw accountsErrors.ticketOver();
    return holder;
  }

  private async check(tx: Tx, ticket: SignInTicket, proof: Proof['proof']): Promise<SecondFactor> {
    if ('code' in proof) return this.checkCode.within(tx, ticket.ref, proof.code);
    await this.passkeys.check(tx, ticket.ref, ticket.passkeyChallenge, proof.passkey);
    return 'passkey';
  }
}
