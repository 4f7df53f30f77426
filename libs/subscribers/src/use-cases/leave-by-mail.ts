import type { EmailAddress } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { AddressedNewsletter } from '../store/dedicated-address-store.js';
import { Addresses } from '../store/addresses.js';
import { Unsubscribe } from './unsubscribe.js';

/**
 * Takes a mail to the leaving address as an unsubscription, at once; the goodbye mail carries the way back. A program's
 * mail gets none.
 * @rfc 3834 §2
 */
@Injectable()
export class LeaveByMail {
  constructor(
    private readonly addresses: Addresses,
    private readonly unsubscribe: Unsubscribe,
  ) {}

  /** In a transaction of the system. Who does not read the newsletter hears nothing. */
  async within(
    tx: Tx,
    { tenantId, newsletterId }: Pick<AddressedNewsletter, 'tenantId' | 'newsletterId'>,
    wish: { readonly address: EmailAddress; readonly at: Date; readonly byProgram: boolean },
  ): Promise<void> {
    const subscriberId = await this.addresses.find(tx, tenantId, wish.address);
    if (!subscriberId) return;
    const goodbye = wish.byProgram ? 'none' : 'answer';
    const leave = { subscriberId, newsletterId, campaignId: null, at: wish.at, goodbye } as const;
    await this.unsubscribe.within(tx, tenantId, leave);
  }
}
