import { MailingStates } from '#lib/delivery';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { QualityGates } from '../store/quality-gates.store.js';
import { AskForJudgement } from './ask-for-judgement.js';

/**
 * Has every campaign under way judged of which something came back: since the last report enough mails may have left,
 * or a member may have resumed it, or a lost queue may have forgotten the job. @clause W12A-9
 */
@Injectable()
export class AskForJudgements {
  constructor(
    private readonly database: Database,
    private readonly mailings: MailingStates,
    private readonly gates: QualityGates,
    private readonly ask: AskForJudgement,
  ) {}

  execute(): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const running = await this.mailings.running(tx);
      for (const { tenantId, campaignId } of await this.gates.toJudge(tx, running))
        await this.ask.within(tx, tenantId, campaignId);
    });
  }
}
