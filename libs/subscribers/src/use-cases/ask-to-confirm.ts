import { Clock } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { alreadyRegisteredMail, confirmationMail } from '../jobs/mail-jobs.js';
import { RequestOptIn } from './request-opt-in.js';
import type { SignUpWish } from './request-opt-in.js';

/** Notes a wish to join and answers it by at most one mail, to the mailbox it names. */
@Injectable()
export class AskToConfirm {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly request: RequestOptIn,
  ) {}

  async within(tx: Tx, wish: SignUpWish): Promise<void> {
    const outcome = await this.request.within(tx, wish);
    const { tenantId } = wish;
    if (outcome.kind === 'confirm') {
      const { requestId, nth } = outcome;
      await this.outbox.add(tx, confirmationMail, { tenantId, requestId, nth });
    }
    if (outcome.kind === 'already-active') {
      const { subscriptionId } = outcome;
      const askedId = `${subscriptionId}-${this.clock.now().getTime()}`;
      const isAnswer = wish.channel === 'blank-mail';
      const told = { tenantId, subscriptionId, askedId, isAnswer };
      await this.outbox.add(tx, alreadyRegisteredMail, told);
    }
  }
}
