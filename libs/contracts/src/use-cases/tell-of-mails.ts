import { TellOperators } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { mailsArrivedV1 } from '../notices/mails-arrived.v1.js';
import { ContractMailsStore } from '../store/contract-mails.store.js';

/** Tells those who decide on contracts, once, that mails came to the address for notices: what they hold has effect already. @clause W15.1 */
@Injectable()
export class TellOfMails {
  constructor(
    private readonly database: Database,
    private readonly mails: ContractMailsStore,
    private readonly tell: TellOperators,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const mails = await this.mails.takeUntold(tx, this.clock.now());
      if (mails.length === 0) return;
      const link = `${this.config.publicUrl}/console/operator/approvals`;
      await this.tell.within(tx, 'contracts.write', mailsArrivedV1, { mails, link });
    });
  }
}
