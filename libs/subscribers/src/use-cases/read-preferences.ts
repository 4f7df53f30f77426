import type { EmailAddress, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { FieldDefinition, FieldValues } from '../domain/form-field.js';
import { Addresses } from '../store/addresses.js';
import { FormStore } from '../store/form-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { SubscriberStore } from '../store/subscriber-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import type { Subscription } from '../store/subscription-store.js';
import { LinkTokens } from './link-tokens.js';

export interface Preferences {
  readonly tenantId: TenantId;
  readonly subscriberId: string;
  /** Of the mail whose link it is; null in mails that belong to none. */
  readonly campaignId: string | null;
  readonly address: EmailAddress;
  /** Of all newsletters read, each name once; none is required here. */
  readonly definitions: readonly FieldDefinition[];
  readonly fields: FieldValues;
  readonly newsletters: readonly {
    readonly id: string;
    readonly title: string;
    readonly formNumber: number;
    readonly subscribed: boolean;
  }[];
}

/** What a person may see and change of themselves, by the link in a mail. */
@Injectable()
export class ReadPreferences {
  constructor(
    private readonly database: Database,
    private readonly tokens: LinkTokens,
    private readonly addresses: Addresses,
    private readonly subscribers: SubscriberStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly newsletters: NewsletterStore,
    private readonly forms: FormStore,
  ) {}

  /** Undefined for a token that is not ours, and when the person reads nothing any more. */
  async execute(token: string): Promise<Preferences | undefined> {
    const tenantId = await this.tenantOf(token);
    const subscriberId = this.subscriberOf(token);
    if (!tenantId || !subscriberId) return undefined;
    const campaignId = this.tokens.openLink('preferences', token)?.campaignId ?? null;
    const found = await this.database.inTenant(tenantId, (tx) =>
      this.within(tx, tenantId, subscriberId),
    );
    return found && { ...found, campaignId };
  }

  /** Whose reader the token was made for; undefined when it is not ours. */
  async tenantOf(token: string): Promise<TenantId | undefined> {
    const subscriberId = this.subscriberOf(token);
    if (!subscriberId) return undefined;
    return this.database.asSystem((tx) => this.subscribers.tenantOf(tx, subscriberId));
  }

  private async within(
    tx: Tx,
    tenantId: TenantId,
    subscriberId: string,
  ): Promise<Omit<Preferences, 'campaignId'> | undefined> {
    const address = await this.addresses.of(tx, tenantId, subscriberId);
    const all = await this.subscriptions.ofPerson(tx, tenantId, subscriberId);
    const active = new Set(all.filter(isActive).map(({ newsletterId }) => newsletterId));
    if (!address || active.size === 0) return undefined;
    const open = await this.newsletters.open(tx, tenantId);
    const shown = await this.forms.shown(tx, tenantId, open);
    const read = open.filter(({ id }) => active.has(id));
    return {
      tenantId,
      subscriberId,
      address,
      definitions: optionalOnce(read.flatMap(({ id }) => shown.get(id)?.content.fields ?? [])),
      fields: await this.subscribers.fields(tx, tenantId, subscriberId),
      newsletters: open.flatMap(({ id, title, publishedForm }) =>
        publishedForm === null
          ? []
          : { id, title, formNumber: publishedForm, subscribed: active.has(id) },
      ),
    };
  }

  private subscriberOf(token: string): string | undefined {
    return this.tokens.openLink('preferences', token)?.subscriberId;
  }
}

const isActive = ({ status }: Subscription): boolean => status === 'active';

const optionalOnce = (definitions: readonly FieldDefinition[]): FieldDefinition[] =>
  definitions
    .filter(({ name }, i) => definitions.findIndex((other) => other.name === name) === i)
    .map((definition) => ({ ...definition, required: false }));
