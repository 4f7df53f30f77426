import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, jstDate } from '#lib/kernel';
import type { PlainDate, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { advanceMandate, mandateReturnTexts } from '../domain/debit/mandate.js';
import type { MandateEvent } from '../domain/debit/mandate.js';
import type { MandateNews } from '../notices/mandate-news.v1.js';
import { Mandates, activeAmong, activeSince } from '../store/mandates.store.js';
import type { Mandate } from '../store/mandates.store.js';
import { TellOfMandate } from '../tell-of-mandate.js';
import { paymentsErrors } from '../payments.errors.js';

interface Moving {
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

/**
 * What the bank says about a mandate, or what is sent to it; the tenant is told. One that is accepted takes the place
 * of another.
 * @clause W6.1
 */
@Injectable()
export class MoveMandate {
  constructor(
    private readonly database: Database,
    private readonly mandates: Mandates,
    private readonly tell: TellOfMandate,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.mandate-not-found, payments.mandate-state */
  async execute(moving: Moving): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const tenantId = await this.mandates.tenantOf(tx, moving.mandateId);
      await this.within(tx, tenantId, moving);
      const news = newsOf(moving, await this.mandates.lock(tx, tenantId, moving.mandateId));
      if (news) await this.tell.within(tx, tenantId, news);
    });
  }

  /** Without telling the tenant. */
  async within(tx: Tx, tenantId: TenantId, moving: Moving): Promise<void> {
    const { mandateId, event, actor, returnReason } = moving;
    const at = this.clock.now();
    const { state } = await this.mandates.lock(tx, tenantId, mandateId);
    const to = advanceMandate(state, event);
    if (!to) throw paymentsErrors.mandateState();
    const since = event === 'accept' ? (moving.activeSince ?? jstDate(at)) : undefined;
    if (event === 'accept') {
      const before = activeAmong(await this.mandates.of(tx, tenantId));
      if (before)
        await this.within(tx, tenantId, { mandateId: before.id, event: 'replace', actor });
    }
    await this.mandates.move(tx, tenantId, mandateId, to, {
      at,
      activeSince: since,
      returnReason,
    });
    await this.audit.record(tx, {
      tenantId,
      actor,
      action: actions[event],
      subject: { kind: 'mandate', id: mandateId },
      ...(returnReason && { details: { returnReason } }),
    });
  }
}

const newsOf = ({ event }: Moving, mandate: Mandate): MandateNews | undefined => {
  const since = activeSince(mandate);
  if (event === 'accept' && since) return { kind: 'active', since };
  if (event === 'return' && mandate.returnReason)
    return { kind: 'returned', reason: mandateReturnTexts[mandate.returnReason] };
  return event === 'stop' ? { kind: 'stopped' } : undefined;
};
