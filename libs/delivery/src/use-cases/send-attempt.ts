import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { SmtpPool } from '#platform/smtp';
import type { Handover } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { Lanes } from '../store/lanes.js';
import type { LaneTurn } from '../store/lanes.js';
import type { Attempt } from './mark-attempt.js';
import type { SentMail } from './settle-attempt.js';

const prolongEveryMs = 5_000;

/** Writes and signs the mails of a marked micro-batch and hands them to the relay, all at once. */
@Injectable()
export class SendAttempt {
  constructor(
    private readonly pool: SmtpPool,
    private readonly database: Database,
    private readonly lanes: Lanes,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(tenantId: TenantId, turn: LaneTurn, attempt: Attempt): Promise<SentMail[]> {
    const timer = setInterval(() => {
      void this.prolong(tenantId, turn, attempt);
    }, prolongEveryMs);
    try {
      return await Promise.all(
        attempt.mails.map(async (mail) => ({
          due: mail.due,
          handover: await this.handOver(attempt, mail),
        })),
      );
    } finally {
      clearInterval(timer);
    }
  }

  private async handOver(
    attempt: Attempt,
    { due, to }: Attempt['mails'][number],
  ): Promise<Handover> {
    const { mailing, lease, signer } = attempt;
    try {
      const { raw, ...mail } = mailing.write(due.deliveryNo, to);
      const signed = signer ? await signer.sign(raw, this.clock.now()) : raw;
      return await this.pool.send({ ...mail, raw: signed, mayLeave: lease.lasts });
    } catch (error) {
      // One mail that cannot be written must not take the others with it.
      this.log.failure('delivery.not-written', error, { delivery: due.deliveryNo });
      return { kind: 'unsendable' };
    }
  }

  /** A slow relay may take ten minutes for one mail; while we wait for it the lane is not dead. */
  private async prolong(tenantId: TenantId, turn: LaneTurn, attempt: Attempt): Promise<void> {
    const asked = performance.now();
    const still = await this.database
      .inTenant(tenantId, (tx) => this.lanes.prolong(tx, tenantId, turn, attempt.attemptId))
      .catch(() => false);
    if (still) attempt.lease.renew(asked);
  }
}
