import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { readFields } from '../domain/read-fields.js';
import type { InputProblem } from '../domain/form-field.js';
import { subscriberJoined } from '../facts.js';
import { Addresses } from '../store/addresses.js';
import { EvidenceStore } from '../store/evidence-store.js';
import { SubscriberStore } from '../store/subscriber-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import { ReadPreferences } from './read-preferences.js';
import type { Preferences } from './read-preferences.js';
import type { Origin } from './undo-unsubscribe.js';
import { Unsubscribe } from './unsubscribe.js';

export interface SavePreferencesInput {
  readonly token: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** All that shall be read from now on. */
  readonly newsletterIds: readonly string[];
  readonly origin: Origin;
}

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'bad-input'; readonly problems: readonly InputProblem[] }
  | { readonly kind: 'unknown' };

/** Changes fields and newsletters on the person's own wish; only the tenant's newsletters can be chosen. */
@Injectable()
export class SavePreferences {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly read: ReadPreferences,
    private readonly subscribers: SubscriberStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly addresses: Addresses,
    private readonly evidence: EvidenceStore,
    private readonly unsubscribe: Unsubscribe,
  ) {}

  async execute(input: SavePreferencesInput): Promise<SaveOutcome> {
    const preferences = await this.read.execute(input.token);
    if (!preferences) return { kind: 'unknown' };
    const { tenantId, subscriberId, definitions, newsletters } = preferences;
    const { values, problems } = readFields(definitions, input.fields);
    if (problems.length > 0) return { kind: 'bad-input', problems };
    const wanted = new Set(input.newsletterIds);
    await this.database.inTenant(tenantId, async (tx) => {
      await this.subscriptions.lockPerson(tx, tenantId, subscriberId);
      await this.subscribers.mergeFields(tx, tenantId, subscriberId, values);
      const at = this.clock.now();
      for (const { id, formNumber } of newsletters.filter((n) => wanted.has(n.id)))
        await this.join(tx, preferences, { id, formNumber, at, origin: input.origin });
      for (const { id } of newsletters.filter((n) => !wanted.has(n.id)))
        await this.unsubscribe.within(tx, tenantId, {
          subscriberId,
          newsletterId: id,
          campaignId: null,
          at,
        });
    });
    return { kind: 'saved' };
  }

  private async join(
    tx: Tx,
    { tenantId, subscriberId, address }: Preferences,
    wish: { id: string; formNumber: number; at: Date; origin: Origin },
  ): Promise<void> {
    const { id: newsletterId, formNumber, at, origin } = wish;
    let live = await this.subscriptions.live(tx, tenantId, newsletterId, subscriberId);
    if (live?.status === 'active') return;
    if (!live)
      await this.subscriptions.open(tx, tenantId, {
        id: newId(at),
        newsletterId,
        subscriberId,
        at,
      });
    live = await this.subscriptions.live(tx, tenantId, newsletterId, subscriberId);
    if (!live || !(await this.subscriptions.move(tx, tenantId, live, 'confirm', at))) return;
    await this.subscribers.markJoined(tx, tenantId, subscriberId, at);
    await this.evidence.recordConsent(tx, tenantId, {
      id: newId(at),
      subscriptionId: live.id,
      newsletterId,
      method: 'preferences',
      at,
      ...origin,
      requestedAt: null,
      requestIp: null,
      formNumber,
      addressProof: this.addresses.proofOf(tenantId, address),
    });
    await this.outbox.tell(tx, subscriberJoined, { tenantId, subscriberId, newsletterId });
  }
}
