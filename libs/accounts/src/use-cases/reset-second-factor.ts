import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import type { AccountRef } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import { SignInStore } from '../store/sign-in.store.js';
import { RemoveSecondFactor } from './remove-second-factor.js';

/** For a colleague who lost phone and recovery codes: the password alone opens the account again. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly accounts: SignInStore,
    private readonly remove: RemoveSecondFactor,
  ) {}

  /** @throws BusinessError accounts.member-not-found, accounts.operator-not-found */
  async execute({ ref, actor }: { ref: AccountRef; actor: Actor }): Promise<void> {
    await this.database.asSystem(async (tx) => {
      if (!(await this.accounts.byRef(tx, ref)))
        throw ref.kind === 'member'
          ? accountsErrors.memberNotFound()
          : accountsErrors.operatorNotFound();
      await this.remove.allWithin(tx, ref, actor);
    });
  }
}
