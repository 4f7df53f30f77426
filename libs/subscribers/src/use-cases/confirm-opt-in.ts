import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { isExpired } from '../domain/opt-in.js';
import type { OptInRequest } from '../domain/opt-in.js';
import { subscriberJoined } from '../facts.js';
import { welcomeMail } from '../jobs/mail-jobs.js';
import { Addresses } from '../store/addresses.js';
import { EvidenceStore } from '../store/evidence-store.js';
import { OptInStore } from '../store/opt-in-store.js';
import { SubscriberStore } from '../store/subscriber-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import type { Subscription } from '../store/subscription-store.js';

export interface Confirmation {
  readonly tenantId: TenantId;
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export type ConfirmOutcome = 'joined' | 'already-joined' | 'too-late';

/** Makes a pending person an active reader, by a link that only that mailbox has seen. @clause W1.4, §2.3 */
@Injectable()
export class ConfirmOptIn {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly requests: OptInStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly subscribers: SubscriberStore,
    private readonly addresses: Addresses,
    private readonly evidence: EvidenceStore,
  ) {}

  /** Confirms and welcomes. */
  execute(confirmation: Confirmation): Promise<ConfirmOutcome> {
    const { tenantId, requestId } = confirmation;
    return this.database.inTenant(tenantId, async (tx) => {
      const { outcome, subscriptionId } = await this.within(tx, confirmation);
      if (outcome === 'joined')
        await this.outbox.add(tx, welcomeMail, { tenantId, subscriptionId, requestId });
      return outcome;
    });
  }

  /** Confirms without a mail. */
  async within(
    tx: Tx,
    confirmation: Confirmation,
  ): Promise<{ outcome: ConfirmOutcome; subscriptionId: string }> {
    const { tenantId, requestId } = confirmation;
    const at = this.clock.now();
    const request = await this.requests.get(tx, tenantId, requestId);
    const found = request && (await this.subscriptions.get(tx, tenantId, request.subscriptionId));
    if (!request || !found) return { outcome: 'too-late', subscriptionId: '' };
    await this.subscriptions.lockPerson(tx, tenantId, found.subscriberId);
    const answer = (outcome: ConfirmOutcome) => ({ outcome, subscriptionId: found.id });
    if (request.usedAt) return answer('already-joined');
    if (isExpired(request, at)) return answer('too-late');
    if (!(await this.requests.use(tx, tenantId, requestId, at))) return answer('already-joined');
    if (!(await this.subscriptions.move(tx, tenantId, found, 'confirm', at)))
      return answer('too-late');
    await this.welcome(tx, confirmation, request, found, at);
    return answer('joined');
  }

  private async welcome(
    tx: Tx,
    { tenantId, ip, userAgent }: Confirmation,
    request: OptInRequest,
    { id, subscriberId, newsletterId }: Subscription,
    at: Date,
  ): Promise<void> {
    await this.subscribers.mergeFields(tx, tenantId, subscriberId, request.fields);
    await this.subscribers.markJoined(tx, tenantId, subscriberId, at);
    const address = await this.addresses.of(tx, tenantId, subscriberId);
    if (address) {
      await this.evidence.lift(tx, tenantId, this.addresses.suppressionKey(tenantId, address));
      await this.evidence.recordConsent(tx, tenantId, {
        id: newId(at),
        subscriptionId: id,
        newsletterId,
        method: 'double-opt-in',
        at,
        ip,
        userAgent,
        requestedAt: request.askedAt,
        requestIp: request.ip,
        formNumber: request.formNumber,
        channel: request.channel,
        addressProof: this.addresses.proofOf(tenantId, address),
      });
    }
    await this.outbox.tell(tx, subscriberJoined, { tenantId, subscriberId, newsletterId });
  }
}
