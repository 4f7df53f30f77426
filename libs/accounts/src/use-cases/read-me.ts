import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { accountOf } from '../domain/account.js';
import { tenantOf } from '../domain/actor.js';
import type { Actor } from '../domain/actor.js';
import { LeakFreeze } from '../leak-freeze.js';
import type { LeakReport } from '../store/leak-reports.store.js';
import { SignInStore } from '../store/sign-in.store.js';
import { Tenants } from '../tenants.js';
import type { Tenant } from '../tenants.js';
import type { CurrentSession } from './authenticate.js';

export interface Me {
  readonly actor: Actor;
  readonly session: CurrentSession;
  readonly email: string;
  readonly name: string;
  /** Of a member, or for which an operator acts. */
  readonly tenant: Tenant | undefined;
  /** While it stands, nothing of the tenant is sent. */
  readonly leak: LeakReport | undefined;
}

/** Everything a console needs to know about who sits at it. */
@Injectable()
export class ReadMe {
  constructor(
    private readonly database: Database,
    private readonly accounts: SignInStore,
    private readonly tenants: Tenants,
    private readonly freeze: LeakFreeze,
  ) {}

  execute(actor: Actor, session: CurrentSession): Promise<Me> {
    const ref = accountOf(actor);
    if (!ref) throw accountsErrors.notAllowed();
    const tenantId: TenantId | null = tenantOf(actor);
    return this.database.asSystem(async (tx) => {
      const account = await this.accounts.byRef(tx, ref);
      if (!account) throw accountsErrors.signInNeeded();
      return {
        actor,
        session,
        email: account.email,
        name: account.name,
        tenant: tenantId ? await this.tenants.get(tx, tenantId) : undefined,
        leak: tenantId ? await this.freeze.of(tx, tenantId) : undefined,
      };
    });
  }
}
