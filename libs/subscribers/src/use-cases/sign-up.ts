import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Secrets } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { addressBudgets, originBudgets, tenantBudgets } from '../domain/budget.js';
import type { BudgetRule } from '../domain/budget.js';
import { networkOf } from '../domain/network-of.js';
import { alreadyRegisteredMail, confirmationMail } from '../jobs/mail-jobs.js';
import { Addresses } from '../store/addresses.js';
import { BudgetStore } from '../store/budget-store.js';
import { RequestOptIn } from './request-opt-in.js';
import type { SignUpWish } from './request-opt-in.js';

export interface SignUpInput extends SignUpWish {
  /** True when a browser solved our challenge. */
  readonly solved: boolean;
}

/**
 * Takes a sign-up form. Whatever the address is to us already, the answer is the same and the work much the same:
 * at most one mail, to that mailbox only, within budgets that make the form useless for filling mailboxes.
 */
@Injectable()
export class SignUp {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly secrets: Secrets,
    private readonly budgets: BudgetStore,
    private readonly addresses: Addresses,
    private readonly request: RequestOptIn,
  ) {}

  async execute(input: SignUpInput): Promise<void> {
    if (!(await this.withinBudget(input))) return;
    await this.database.inTenant(input.tenantId, async (tx) => {
      const outcome = await this.request.within(tx, input);
      const { tenantId } = input;
      if (outcome.kind === 'confirm') {
        const { requestId, nth } = outcome;
        await this.outbox.add(tx, confirmationMail, { tenantId, requestId, nth });
      }
      if (outcome.kind === 'already-active') {
        const { subscriptionId } = outcome;
        const askedId = `${subscriptionId}-${this.clock.now().getTime()}`;
        await this.outbox.add(tx, alreadyRegisteredMail, { tenantId, subscriptionId, askedId });
      }
    });
  }

  private withinBudget({ ip, tenantId, address, solved }: SignUpInput): Promise<boolean> {
    const wanted: (readonly [BudgetRule, Buffer])[] = [
      ...originBudgets(solved).map(
        (rule) => [rule, this.key(`ip:${networkOf(ip ?? '')}`)] as const,
      ),
      ...addressBudgets.map((rule) => [rule, this.addresses.budgetKey(address)] as const),
      ...tenantBudgets(solved).map((rule) => [rule, this.key(`tenant:${tenantId}`)] as const),
    ];
    return this.database.asSystem((tx) => this.spendAll(tx, wanted));
  }

  /** Stops at the first that is used up: what an attacker lacks is not taken from others. */
  private async spendAll(
    tx: Tx,
    wanted: readonly (readonly [BudgetRule, Buffer])[],
  ): Promise<boolean> {
    const now = this.clock.now();
    for (const [rule, key] of wanted)
      if (!(await this.budgets.spend(tx, rule, key, now))) return false;
    return true;
  }

  private key(text: string): Buffer {
    return this.secrets.mac('sign-up-budget', text);
  }
}
