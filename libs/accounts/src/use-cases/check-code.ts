import { Clock } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets, hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import type { AccountRef } from '../domain/account.js';
import { stepOf } from '../domain/one-time-password.js';
import { typedRecoveryCode } from '../domain/recovery-code.js';
import { SecondFactorsStore } from '../store/second-factors.store.js';

/** Takes a code of an authenticator app or a recovery code, each once. */
@Injectable()
export class CheckCode {
  constructor(
    private readonly factors: SecondFactorsStore,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.wrong-second-factor, on the field `code` */
  async within(tx: Tx, ref: AccountRef, typed: string): Promise<'totp' | 'recovery-code'> {
    const letters = typedRecoveryCode(typed);
    if (letters !== undefined) {
      if (await this.factors.spendCode(tx, ref, hashToken(letters))) return 'recovery-code';
    } else if (await this.isAppCode(tx, ref, typed)) return 'totp';
    throw accountsErrors.wrongSecondFactor({ field: 'code' });
  }

  private async isAppCode(tx: Tx, ref: AccountRef, typed: string): Promise<boolean> {
    const known = await this.factors.lockTotp(tx, ref);
    return known?.confirmedAt ? this.takes(tx, ref, typed) : false;
  }

  /** True when the account's app, confirmed or not, shows this code now and it was not used before. */
  async takes(tx: Tx, ref: AccountRef, typed: string): Promise<boolean> {
    const known = await this.factors.lockTotp(tx, ref);
    if (!known) return false;
    const now = this.clock.now();
    const code = typed.normalize('NFKC').replaceAll(/\s/g, '');
    const step = stepOf(this.secrets.decrypt('totp', known.id, known.secret), code, now);
    if (step === undefined || step <= known.lastStep) return false;
    await this.factors.noteStep(tx, known.id, step, now);
    return true;
  }
}
