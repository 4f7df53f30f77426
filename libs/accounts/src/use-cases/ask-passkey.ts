import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { accountsErrors } from '../accounts.errors.js';
import { Passkeys } from '../passkeys.js';
import { PasskeysStore } from '../store/passkeys.store.js';
import { SignInTicketsStore } from '../store/sign-in-tickets.store.js';

/** Puts a challenge to the passkeys of who holds a ticket. */
@Injectable()
export class AskPasskey {
  constructor(
    private readonly database: Database,
    private readonly tickets: SignInTicketsStore,
    private readonly store: PasskeysStore,
    private readonly passkeys: Passkeys,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.ticket-over, accounts.no-second-factor */
  execute(ticket: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.database.asSystem(async (tx) => {
      const holder = await this.tickets.lock(tx, hashToken(ticket), this.clock.now());
      if (!holder) throw accountsErrors.ticketOver();
      const known = await this.store.list(tx, holder.ref);
      if (known.length === 0) throw accountsErrors.noSecondFactor();
      const question = await this.passkeys.question(known);
      await this.tickets.setChallenge(tx, hashToken(ticket), question.challenge);
      return question;
    });
  }
}
