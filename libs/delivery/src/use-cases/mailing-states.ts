import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Mailings } from '../store/mailings.js';
import type { MailingName, MailingStatus } from '../store/mailings.js';

/** Which mailings run and which stand still, over all tenants. In transactions of the system. */
@Injectable()
export class MailingStates {
  constructor(private readonly mailings: Mailings) {}

  /** Those that mails may leave of right now. */
  running(tx: Tx): Promise<MailingName[]> {
    return this.mailings.running(tx);
  }

  /** By campaign; one that is not launched has none. */
  of(tx: Tx, campaignIds: readonly string[]): Promise<ReadonlyMap<string, MailingStatus>> {
    return this.mailings.statuses(tx, campaignIds);
  }
}
