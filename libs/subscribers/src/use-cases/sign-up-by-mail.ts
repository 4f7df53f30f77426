import type { EmailAddress } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AddressedNewsletter } from '../store/dedicated-address-store.js';
import { AskToConfirm } from './ask-to-confirm.js';
import { SpendSignUpBudget } from './spend-sign-up-budget.js';

/**
 * Takes a blank mail (空メール) as a wish to join. As with the form, nobody is registered before the link in the
 * confirmation mail is used, and budgets keep a forged sender from filling a mailbox.
 * @clause W1.4, §2.3
 */
@Injectable()
export class SignUpByMail {
  constructor(
    private readonly budget: SpendSignUpBudget,
    private readonly askToConfirm: AskToConfirm,
  ) {}

  /** In a transaction of the system. */
  async within(
    tx: Tx,
    { tenantId, newsletterId, formNumber }: AddressedNewsletter,
    address: EmailAddress,
  ): Promise<void> {
    if (formNumber === null) return;
    if (!(await this.budget.within(tx, { tenantId, address, origin: null }))) return;
    await this.askToConfirm.within(tx, {
      tenantId,
      newsletterId,
      formNumber,
      channel: 'blank-mail',
      address,
      fields: {},
      ip: null,
      userAgent: null,
    });
  }
}
