import { asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { PublishEvent } from '../publish-event.js';

/** Sending may go on. */
@Injectable()
export class TellContractResumed {
  constructor(private readonly events: PublishEvent) {}

  async execute({ tenantId }: { tenantId: string }): Promise<void> {
    await this.events.execute(asTenantId(tenantId), 'contract.resumed', () => ({}));
  }
}
