import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import type { FormContent } from '../domain/form.js';
import { isExpired } from '../domain/opt-in.js';
import { FormStore } from '../store/form-store.js';
import { OptInStore } from '../store/opt-in-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';

export interface ConfirmLink {
  readonly tenantId: TenantId;
  readonly requestId: string;
  readonly newsletterId: string;
  readonly used: boolean;
  /** What the person agrees to by confirming; null when the form is gone. */
  readonly form: Pick<FormContent, 'notice' | 'consent'> | null;
}

/** Reads the token of a confirmation link, and changes nothing. */
@Injectable()
export class OpenConfirmLink {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly requests: OptInStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly forms: FormStore,
  ) {}

  /** Undefined for a token that is not ours or too old. */
  async execute(token: string): Promise<ConfirmLink | undefined> {
    const found = await this.database.asSystem((tx) =>
      this.requests.byToken(tx, hashToken(token.toLowerCase())),
    );
    if (!found) return undefined;
    const { tenantId, requestId } = found;
    return this.database.inTenant(tenantId, async (tx) => {
      const request = await this.requests.get(tx, tenantId, requestId);
      if (!request || isExpired(request, this.clock.now())) return undefined;
      const subscription = await this.subscriptions.get(tx, tenantId, request.subscriptionId);
      if (!subscription) return undefined;
      const { newsletterId } = subscription;
      const form = await this.forms.version(tx, tenantId, newsletterId, request.formNumber);
      const used = request.usedAt !== null;
      return { tenantId, requestId, newsletterId, used, form: form?.content ?? null };
    });
  }
}
