import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { SmtpPool } from '#platform/smtp';
import type { Handover } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import type { Allowance } from '../pacing/allowance.js';
import { DomainGate } from '../pacing/domain-gate.js';
import { Pacing } from '../pacing/pacing.js';
import { Lanes } from '../store/lanes.js';
import type { LaneTurn } from '../store/lanes.js';
import { Flight } from './flight.js';
import type { Attempt } from './mark-attempt.js';

const prolongEveryMs = 2_500;

/** Writes and signs the mails of a marked micro-batch and hands them to the relay, all at once. */
@Injectable()
export class SendAttempt {
  constructor(
    private readonly pool: SmtpPool,
    private readonly database: Database,
    private readonly lanes: Lanes,
    private readonly gate: DomainGate,
    private readonly pacing: Pacing,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @param allowance says over which relays they go; the first one when absent */
  execute(tenantId: TenantId, turn: LaneTurn, attempt: Attempt, allowance?: Allowance): Flight {
    const flight = new Flight(attempt, turn);
    const timer = setInterval(() => {
      void this.prolong(tenantId, flight);
    }, prolongEveryMs);
    const mails = attempt.mails.map(async (mail): Promise<void> => {
      const handover = await this.handOver(flight, mail, allowance);
      flight.land({ due: mail.due, to: mail.to.address, handover });
    });
    void Promise.all(mails).finally(() => {
      clearInterval(timer);
    });
    return flight;
  }

  private async handOver(
    { attempt, tired }: Flight,
    { due, to }: Attempt['mails'][number],
    allowance: Allowance | undefined,
  ): Promise<Handover> {
    const { mailing, lease, signer } = attempt;
    const leave = await this.gate.enter(due.domain, tired);
    if (!leave) return { kind: 'too-late' };
    const relay = allowance?.nextRelay();
    try {
      const { raw, ...mail } = mailing.write(due.deliveryNo, to);
      const signed = signer ? await signer.sign(raw, this.clock.now()) : raw;
      const began = performance.now();
      const handover = await this.pool.send({
        ...mail,
        raw: signed,
        mayLeave: lease.lasts,
        ...(relay !== undefined && { relay }),
      });
      this.pacing.learn(relay, due.domain, handover, performance.now() - began);
      return handover;
    } catch (error) {
      // One mail that cannot be written must not take the others with it.
      this.log.failure('delivery.not-written', error, { delivery: due.deliveryNo });
      return { kind: 'unsendable' };
    } finally {
      leave();
    }
  }

  /** A slow relay may take ten minutes for one mail; while we wait for it the lane is not dead. */
  private async prolong(tenantId: TenantId, { attempt, lane }: Flight): Promise<void> {
    const asked = performance.now();
    const still = await this.database
      .inTenant(tenantId, (tx) => this.lanes.prolong(tx, tenantId, lane, attempt.attemptId))
      .catch(() => false);
    if (still) attempt.lease.renew(asked);
  }
}
