import { AuditTrail } from '#lib/accounts';
import { Clock, asTenantId, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Log } from '#platform/log';
import { Outbox } from '#platform/queue';
import { MaskedAddresses, RemoveForBounces } from '#lib/subscribers';
import { Injectable } from '@nestjs/common';
import { addressRemoved } from '../bounces.facts.js';
import type { Reason } from '../domain/refusal/reason.js';
import { judge } from '../domain/streak/sent-mail.js';
import { Removals } from '../store/removals.store.js';
import { StreakChecks } from '../store/streak-checks.store.js';
import { SentMails } from '../store/sent-mails.js';

const hourMs = 3_600_000;

/**
 * Judges one address by its last mails: at the third failure in a row it is removed and erased, in one transaction
 * with the masked line and the fact.
 * @clause W12B-3, W17.5
 */
@Injectable()
export class EvaluateStreak {
  constructor(
    private readonly database: Database,
    private readonly mails: SentMails,
    private readonly checks: StreakChecks,
    private readonly removals: Removals,
    private readonly masked: MaskedAddresses,
    private readonly removeForBounces: RemoveForBounces,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  async execute({
    tenantId: id,
    subscriberId,
  }: {
    tenantId: string;
    subscriberId: string;
  }): Promise<void> {
    const tenantId = asTenantId(id);
    const settleMs = this.config.get('BOUNCE_SETTLE_HOURS') * hourMs;
    await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.checks.take(tx, tenantId, subscriberId))) return;
      const { mails, lastReason } = await this.mails.of(tx, tenantId, subscriberId);
      const verdict = judge(mails, this.clock.now(), settleMs);
      if (verdict.kind === 'wait') await this.checks.ask(tx, tenantId, subscriberId, verdict.until);
      if (verdict.kind === 'remove') await this.remove(tx, tenantId, subscriberId, lastReason);
    });
  }

  private async remove(
    tx: Tx,
    tenantId: TenantId,
    subscriberId: string,
    reason: Reason,
  ): Promise<void> {
    const lines = await this.masked.read(tx, tenantId, [subscriberId]);
    const maskedLine = lines.get(subscriberId);
    if (maskedLine === undefined) return; // erased meanwhile
    if (!(await this.removeForBounces.within(tx, { tenantId, subscriberId }))) return;
    const removedAt = this.clock.now();
    await this.removals.add(tx, tenantId, {
      id: newId(removedAt),
      subscriberId,
      removedAt,
      maskedLine,
      reason,
    });
    await this.audit.record(tx, {
      tenantId,
      actor: { kind: 'system' },
      action: 'subscriber.removed',
      subject: { kind: 'subscriber', id: subscriberId },
      details: { cause: 'THREE_BOUNCES', reason },
    });
    await this.outbox.tell(tx, addressRemoved, { tenantId, subscriberId });
    tx.afterCommit(() => {
      this.log.event('bounces.address-removed', { tenantId, subscriberId });
    });
  }
}
