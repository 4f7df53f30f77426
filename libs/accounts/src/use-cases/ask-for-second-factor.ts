import { Clock, randomToken } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { AccountRef } from '../domain/account.js';
import { SignInTicketsStore } from '../store/sign-in-tickets.store.js';
import type { SecondFactor } from '../store/sessions.store.js';
import { ReadSecondFactors } from './read-second-factors.js';

const lifeMs = 5 * 60_000;

export interface Asked {
  /** Stands for the right password while the second factor is shown; kept nowhere else. */
  readonly ticket: string;
  readonly ways: readonly SecondFactor[];
  readonly expiresAt: Date;
}

/** Asks for a second factor after a right password, where the account has one. */
@Injectable()
export class AskForSecondFactor {
  constructor(
    private readonly factors: ReadSecondFactors,
    private readonly tickets: SignInTicketsStore,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, ref: AccountRef): Promise<Asked | undefined> {
    const { totpSince, recoveryCodesLeft, passkeys } = await this.factors.within(tx, ref);
    if (!totpSince && passkeys.length === 0) return undefined;
    const ways: SecondFactor[] = [];
    if (passkeys.length > 0) ways.push('passkey');
    if (totpSince) ways.push('totp');
    if (recoveryCodesLeft > 0) ways.push('recovery-code');
    const ticket = randomToken();
    const expiresAt = new Date(this.clock.now().getTime() + lifeMs);
    await this.tickets.insert(tx, ref, hashToken(ticket), expiresAt);
    return { ticket, ways, expiresAt };
  }
}
