import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Mailings } from '../store/mailings.js';

/** Lets no further mail leave; those under way, at most one a connection, come to their end. */
@Injectable()
export class PauseMailing {
  constructor(private readonly mailings: Mailings) {}

  /** Gives false when the mailing was not running. */
  async within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<boolean> {
    const mailing = await this.mailings.lock(tx, tenantId, campaignId);
    if (mailing?.status !== 'running') return false;
    await this.mailings.setStatus(tx, tenantId, campaignId, 'paused');
    return true;
  }
}
