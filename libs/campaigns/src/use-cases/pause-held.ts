import { MailingProgress } from '#lib/delivery';
import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { PauseBlocked } from './pause-blocked.js';

/** Too much of the campaign comes back: it stands still until an operator has decided, who may have by now. */
@Injectable()
export class PauseHeld {
  constructor(
    private readonly database: Database,
    private readonly progress: MailingProgress,
    private readonly pause: PauseBlocked,
  ) {}

  async execute(data: { tenantId: string; campaignId: string }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const isHeld = await this.database.inTenant(tenantId, (tx) =>
      this.progress.isHeld(tx, tenantId, data.campaignId),
    );
    if (isHeld) await this.pause.execute({ ...data, reason: 'quality gate' });
  }
}
