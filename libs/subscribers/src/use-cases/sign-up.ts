import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AskToConfirm } from './ask-to-confirm.js';
import type { SignUpWish } from './request-opt-in.js';
import { SpendSignUpBudget } from './spend-sign-up-budget.js';

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
    private readonly database: Database,
    private readonly budget: SpendSignUpBudget,
    private readonly askToConfirm: AskToConfirm,
  ) {}

  async execute({ solved, ...wish }: SignUpInput): Promise<void> {
    const { tenantId, address, ip } = wish;
    const origin = { ip, solved };
    const isWithin = await this.database.asSystem((tx) =>
      this.budget.within(tx, { tenantId, address, origin }),
    );
    if (isWithin)
      await this.database.inTenant(tenantId, (tx) => this.askToConfirm.within(tx, wish));
  }
}
