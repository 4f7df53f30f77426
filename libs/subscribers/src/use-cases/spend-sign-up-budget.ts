import { Clock, networkOf } from '#lib/kernel';
import type { EmailAddress, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { addressBudgets, originBudgets, tenantBudgets } from '../domain/budget.js';
import type { BudgetRule } from '../domain/budget.js';
import { Addresses } from '../store/addresses.js';
import { BudgetStore } from '../store/budget-store.js';

interface Asked {
  readonly tenantId: TenantId;
  readonly address: EmailAddress;
  /** Of a browser; null for mail, which carriers' relays hand over for everybody. */
  readonly origin: { readonly ip: string | null; readonly solved: boolean } | null;
}

/** Takes one mail from the budgets of everybody it concerns. */
@Injectable()
export class SpendSignUpBudget {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly budgets: BudgetStore,
    private readonly addresses: Addresses,
  ) {}

  /** In a transaction of the system. False when there is none left; what an attacker lacks is not taken from others. */
  async within(tx: Tx, { tenantId, address, origin }: Asked): Promise<boolean> {
    const solved = origin?.solved ?? false;
    const wanted: (readonly [BudgetRule, Buffer])[] = [
      ...(origin ? originBudgets(solved) : []).map(
        (rule) => [rule, this.key(`ip:${networkOf(origin?.ip ?? '')}`)] as const,
      ),
      ...addressBudgets.map((rule) => [rule, this.addresses.budgetKey(address)] as const),
      ...tenantBudgets(solved).map((rule) => [rule, this.key(`tenant:${tenantId}`)] as const),
    ];
    const now = this.clock.now();
    for (const [rule, key] of wanted)
      if (!(await this.budgets.spend(tx, rule, key, now))) return false;
    return true;
  }

  private key(text: string): Buffer {
    return this.secrets.mac('sign-up-budget', text);
  }
}
