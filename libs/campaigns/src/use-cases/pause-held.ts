import { Injectable } from '@nestjs/common';
import { PauseBlocked } from './pause-blocked.js';

/** Too much of the campaign comes back: it stands still until an operator has decided. */
@Injectable()
export class PauseHeld {
  constructor(private readonly pause: PauseBlocked) {}

  async execute(data: { tenantId: string; campaignId: string }): Promise<void> {
    await this.pause.execute({ ...data, reason: 'quality gate' });
  }
}
