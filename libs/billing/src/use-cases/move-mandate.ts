import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, jstDate } from '#lib/kernel';
import type { PlainDate, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { advanceMandate } from '../domain/debit/mandate.js';
import type { MandateEvent, mandateReturnTexts } from '../domain/debit/mandate.js';
import { Mandates, activeAmong } from '../store/mandates.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface MandateNews {
  readonly mandateId: string;
  readonly event: MandateEvent;
  readonly actor: Actor;
  /** With `accept`: the bank's day, today when absent. */
  readonly activeSince?: PlainDate | undefined;
  /** With `return`. */
  readonly returnReason?: keyof typeof mandateReturnTexts | undefined;
}

const actions: Readonly<Record<MandateEvent, string>> = {
  'receive-form': 'mandate.form-received',
  submit: 'mandate.submitted',
  accept: 'mandate.accepted',
  return: 'mandate.returned',
  stop: 'mandate.stopped',
  invalidate: 'mandate.invalidated',
  replace: 'mandate.replaced',
};

/** What the bank says about a mandate, or what is sent to it. One that is accepted takes the place of another. @clause W6.1 */
@Injectable()
export class MoveMandate {
  constructor(
    private readonly database: Database,
    private readonly mandates: Mandates,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.mandate-not-found, payments.mandate-state */
  async execute(news: MandateNews): Promise<void> {
    const tenantId = await this.database.asSystem((tx) =>
      this.mandates.tenantOf(tx, news.mandateId),
    );
    await this.database.inTenant(tenantId, (tx) => this.within(tx, tenantId, news));
  }

  async within(tx: Tx, tenantId: TenantId, news: MandateNews): Promise<void> {
    const { mandateId, event, actor, returnReason } = news;
    const at = this.clock.now();
    const { state } = await this.mandates.lock(tx, tenantId, mandateId);
    const to = advanceMandate(state, event);
    if (!to) throw paymentsErrors.mandateState();
    const activeSince = event === 'accept' ? (news.activeSince ?? jstDate(at)) : undefined;
    if (event === 'accept') {
      const before = activeAmong(await this.mandates.of(tx, tenantId));
      if (before)
        await this.within(tx, tenantId, { mandateId: before.id, event: 'replace', actor });
    }
    await this.mandates.move(tx, tenantId, mandateId, to, { at, activeSince, returnReason });
    await this.audit.record(tx, {
      tenantId,
      actor,
      action: actions[event],
      subject: { kind: 'mandate', id: mandateId },
      ...(returnReason && { details: { returnReason } }),
    });
  }
}
