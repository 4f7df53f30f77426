import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { undoEndOf } from '../domain/undo.js';
import { subscriberJoined } from '../facts.js';
import { Addresses } from '../store/addresses.js';
import { EvidenceStore } from '../store/evidence-store.js';
import { SubscriberStore } from '../store/subscriber-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import type { Subscription } from '../store/subscription-store.js';
import { LinkTokens } from './link-tokens.js';

export interface Origin {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** Takes back a leave by the link of the goodbye mail. Works once: the next leave has another link. */
@Injectable()
export class UndoUnsubscribe {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly tokens: LinkTokens,
    private readonly subscribers: SubscriberStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly addresses: Addresses,
    private readonly evidence: EvidenceStore,
  ) {}

  /** Whose leave the link takes back; undefined when it is not ours or too late. Changes nothing. */
  async open(
    token: string,
  ): Promise<{ tenantId: TenantId; subscriberId: string; at: Date } | undefined> {
    const undo = this.tokens.openUndo(token);
    if (!undo || this.clock.now() >= undoEndOf(undo.at)) return undefined;
    const tenantId = await this.database.asSystem((tx) =>
      this.subscribers.tenantOf(tx, undo.subscriberId),
    );
    return tenantId && { tenantId, ...undo };
  }

  /** False when there is nothing to take back any more. */
  async execute(token: string, origin: Origin): Promise<boolean> {
    const undo = await this.open(token);
    if (!undo) return false;
    const { tenantId, subscriberId } = undo;
    return this.database.inTenant(tenantId, async (tx) => {
      await this.subscriptions.lockPerson(tx, tenantId, subscriberId);
      const left = await this.subscriptions.leftAt(tx, tenantId, subscriberId, undo.at);
      let back = 0;
      for (const subscription of left)
        if (await this.rejoin(tx, tenantId, subscription, origin)) back++;
      return back > 0;
    });
  }

  private async rejoin(
    tx: Tx,
    tenantId: TenantId,
    subscription: Subscription,
    origin: Origin,
  ): Promise<boolean> {
    const { id, subscriberId, newsletterId } = subscription;
    const at = this.clock.now();
    if (await this.subscriptions.live(tx, tenantId, newsletterId, subscriberId)) return false;
    if (!(await this.subscriptions.move(tx, tenantId, subscription, 'undo', at))) return false;
    await this.subscribers.markJoined(tx, tenantId, subscriberId, at);
    const address = await this.addresses.of(tx, tenantId, subscriberId);
    if (address)
      await this.evidence.recordConsent(tx, tenantId, {
        id: newId(at),
        subscriptionId: id,
        newsletterId,
        method: 'undo',
        at,
        ...origin,
        requestedAt: null,
        requestIp: null,
        formNumber: null,
        addressProof: this.addresses.proofOf(tenantId, address),
      });
    await this.outbox.tell(tx, subscriberJoined, { tenantId, subscriberId, newsletterId });
    return true;
  }
}
