import { Clock, newId } from '#lib/kernel';
import type { EmailAddress, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { FieldValues } from '../domain/form-field.js';
import type { SignUpChannel } from '../domain/opt-in.js';
import { expiryOf, isExpired, mayMailAgain } from '../domain/opt-in.js';
import { Addresses } from '../store/addresses.js';
import { EvidenceStore } from '../store/evidence-store.js';
import { OptInStore } from '../store/opt-in-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import type { Subscription } from '../store/subscription-store.js';
import { ExpireOptIn } from './expire-opt-in.js';
import { LinkTokens } from './link-tokens.js';

export interface SignUpWish {
  readonly tenantId: TenantId;
  readonly newsletterId: string;
  readonly formNumber: number;
  /** A form unless said otherwise. */
  readonly channel?: SignUpChannel;
  readonly address: EmailAddress;
  /** Already read by the form's definitions. */
  readonly fields: FieldValues;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** What the wish met; the person who filled in the form never learns which. */
export type OptInOutcome =
  | { readonly kind: 'confirm'; readonly requestId: string; readonly nth: number }
  | { readonly kind: 'already-active'; readonly subscriptionId: string }
  | { readonly kind: 'nothing-to-do' };

/**
 * Notes that somebody wants to join, without any mail: the person stays `pending` until confirmed from the mailbox.
 * @clause W1.4, §2.3
 */
@Injectable()
export class RequestOptIn {
  constructor(
    private readonly clock: Clock,
    private readonly addresses: Addresses,
    private readonly subscriptions: SubscriptionStore,
    private readonly requests: OptInStore,
    private readonly evidence: EvidenceStore,
    private readonly expiry: ExpireOptIn,
    private readonly tokens: LinkTokens,
  ) {}

  async within(tx: Tx, wish: SignUpWish): Promise<OptInOutcome> {
    const { tenantId, newsletterId, address } = wish;
    const key = this.addresses.suppressionKey(tenantId, address);
    if (await this.evidence.isBarred(tx, tenantId, key)) return { kind: 'nothing-to-do' };
    const at = this.clock.now();
    const subscriberId = await this.addresses.keep(tx, tenantId, { newId: newId(at), address, at });
    const live = await this.subscriptions.live(tx, tenantId, newsletterId, subscriberId);
    if (!live) return this.first(tx, wish, subscriberId, at);
    if (live.status === 'active') return { kind: 'already-active', subscriptionId: live.id };
    return this.again(tx, wish, live, at);
  }

  private async first(
    tx: Tx,
    wish: SignUpWish,
    subscriberId: string,
    at: Date,
  ): Promise<OptInOutcome> {
    const { tenantId, newsletterId, formNumber, channel = 'form', fields, ip, userAgent } = wish;
    const [id, subscriptionId] = [newId(at), newId(at)];
    const opening = { id: subscriptionId, newsletterId, subscriberId, at };
    await this.subscriptions.open(tx, tenantId, opening);
    const expiresAt = expiryOf(at, channel);
    const tokenHash = hashToken(this.tokens.optIn(id));
    const request = {
      id,
      subscriptionId,
      formNumber,
      channel,
      fields,
      ip,
      askedAt: at,
      expiresAt,
    };
    await this.requests.insert(tx, tenantId, request, { tokenHash, userAgent });
    return { kind: 'confirm', requestId: id, nth: 1 };
  }

  private async again(
    tx: Tx,
    wish: SignUpWish,
    pending: Subscription,
    at: Date,
  ): Promise<OptInOutcome> {
    const request = await this.requests.ofSubscription(tx, wish.tenantId, pending.id);
    if (!request || isExpired(request, at)) {
      await this.expiry.within(tx, wish.tenantId, pending, { at, keepPerson: true });
      return this.first(tx, wish, pending.subscriberId, at);
    }
    if (!mayMailAgain(request)) return { kind: 'nothing-to-do' };
    await this.requests.again(tx, wish.tenantId, request.id, wish);
    return { kind: 'confirm', requestId: request.id, nth: request.mails + 1 };
  }
}
