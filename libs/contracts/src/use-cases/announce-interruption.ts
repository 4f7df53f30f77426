import { Tenants } from '#lib/accounts';
import { PostNotice, write } from '#lib/notices';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { interruptionReasonTexts } from '../domain/interruption-reasons.js';
import { interruptionV1 } from '../notices/interruption.v1.js';
import { InterruptionsStore } from '../store/interruptions.store.js';

/** Puts an interruption into the portal of every tenant it concerns, all at once or not at all. @clause W13.1 */
@Injectable()
export class AnnounceInterruption {
  constructor(
    private readonly database: Database,
    private readonly interruptions: InterruptionsStore,
    private readonly tenants: Tenants,
    private readonly postNotice: PostNotice,
  ) {}

  execute({ interruptionId }: { interruptionId: string }): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const all = await this.interruptions.list(tx);
      const interruption = all.find(({ id }) => id === interruptionId);
      if (!interruption) return;
      const { reason, from, until, announcement } = interruption;
      for (const tenantId of await this.interruptions.concerned(tx, interruptionId)) {
        const { locale } = await this.tenants.get(tx, tenantId);
        const words = interruptionReasonTexts[reason] ?? announcement;
        const values = { from, until, reason: words[locale], announcement: announcement[locale] };
        const notice = write(interruptionV1, locale, values);
        await this.postNotice.within(tx, { tenantId, locale, channel: 'portal', ...notice });
      }
    });
  }
}
