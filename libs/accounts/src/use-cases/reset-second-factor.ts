import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import type { AccountRef } from '../domain/account.js';
import type { Actor } from '../domain/actor.js';
import { MembersStore } from '../store/members.store.js';
import { SignInStore } from '../store/sign-in.store.js';
import { RemoveSecondFactor } from './remove-second-factor.js';

/** For a colleague who lost phone and recovery codes: the password alone opens the account again. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly members: MembersStore,
    private readonly accounts: SignInStore,
    private readonly remove: RemoveSecondFactor,
  ) {}

  /** @throws BusinessError accounts.member-not-found, accounts.operator-not-found */
  async execute({ ref, actor }: { ref: AccountRef; actor: Actor }): Promise<void> {
    if (ref.kind === 'member') await this.seeMember(ref.tenantId, ref.id);
    await this.database.asSystem(async (tx) => {
      if (!(await this.accounts.byRef(tx, ref))) throw accountsErrors.operatorNotFound();
      await this.remove.allWithin(tx, ref, actor);
    });
  }

  /** Factors and sessions are the system's tables: behind the tenant's wall only the member is to be seen. */
  private async seeMember(tenantId: TenantId, id: string): Promise<void> {
    const member = await this.database.inTenant(tenantId, (tx) =>
      this.members.find(tx, tenantId, id),
    );
    if (!member) throw accountsErrors.memberNotFound();
  }
}
