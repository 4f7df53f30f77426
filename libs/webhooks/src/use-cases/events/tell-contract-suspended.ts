import { asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { PublishEvent } from '../publish-event.js';

/** Sending is held. */
@Injectable()
export class TellContractSuspended {
  constructor(private readonly events: PublishEvent) {}

  async execute({ tenantId }: { tenantId: string }): Promise<void> {
    await this.events.execute(asTenantId(tenantId), 'contract.suspended', () => ({}));
  }
}
