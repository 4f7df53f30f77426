import { randomBytes } from 'node:crypto';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { base32, hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { AccountRef } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import { recoveryCodes, shownRecoveryCode } from '../domain/recovery-code.js';
import { SecondFactorsStore } from '../store/second-factors.store.js';
import { ConfirmPassword } from './confirm-password.js';
import { ReadSecondFactors } from './read-second-factors.js';

/** Gives ten codes for the day on which the second factor is lost, shown once; older ones are void. */
@Injectable()
export class IssueRecoveryCodes {
  constructor(
    private readonly database: Database,
    private readonly confirm: ConfirmPassword,
    private readonly readFactors: ReadSecondFactors,
    private readonly factors: SecondFactorsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.wrong-password, accounts.no-second-factor, accounts.too-many-tries */
  async execute(wish: { actor: Actor; password: string; ip: string }): Promise<readonly string[]> {
    const { ref, actor } = await this.confirm.execute(wish);
    return this.database.asSystem(async (tx) => {
      const { totpSince, passkeys } = await this.readFactors.within(tx, ref);
      if (!totpSince && passkeys.length === 0) throw accountsErrors.noSecondFactor();
      await this.audit.record(tx, {
        tenantId: ref.tenantId,
        actor,
        action: 'recovery-codes.issued',
        subject: { kind: ref.kind, id: ref.id },
      });
      return this.replace(tx, ref);
    });
  }

  /** With the first second factor come the codes; with another one they stay as they are. */
  async firstWithin(tx: Tx, ref: AccountRef): Promise<readonly string[]> {
    return (await this.factors.countCodes(tx, ref)) > 0 ? [] : this.replace(tx, ref);
  }

  private async replace(tx: Tx, ref: AccountRef): Promise<readonly string[]> {
    const codes = Array.from({ length: recoveryCodes }, () => base32(randomBytes(10)));
    await this.factors.replaceCodes(tx, ref, codes.map(hashToken));
    return codes.map(shownRecoveryCode);
  }
}
