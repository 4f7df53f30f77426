import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AccountRef } from '../domain/account.js';
import { PasskeysStore } from '../store/passkeys.store.js';
import type { Passkey } from '../store/passkeys.store.js';
import { SecondFactorsStore } from '../store/second-factors.store.js';

export interface SecondFactors {
  readonly totpSince: Date | undefined;
  readonly recoveryCodesLeft: number;
  readonly passkeys: readonly Passkey[];
  /** Whether the account may do nothing else before it has one. */
  readonly required: boolean;
}

/** What an account has to prove itself with, besides its password. */
@Injectable()
export class ReadSecondFactors {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorsStore,
    private readonly passkeys: PasskeysStore,
    private readonly config: Config,
  ) {}

  execute(ref: AccountRef): Promise<SecondFactors> {
    return this.database.asSystem((tx) => this.within(tx, ref));
  }

  async within(tx: Tx, ref: AccountRef): Promise<SecondFactors> {
    return {
      totpSince: await this.factors.confirmedSince(tx, ref),
      recoveryCodesLeft: await this.factors.countCodes(tx, ref),
      passkeys: await this.passkeys.list(tx, ref),
      required: ref.kind === 'operator' && this.config.get('OPERATORS_NEED_SECOND_FACTOR'),
    };
  }
}
