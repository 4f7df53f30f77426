import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { MaySend } from '#lib/contracts';
import { Recipients } from '#lib/subscribers';
import type { Recipient } from '#lib/subscribers';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { SmtpPool } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { CompiledMailings } from '../compose/compiled-mailings.js';
import type { CompiledMailing } from '../compose/compiled-mailings.js';
import { DkimSigners } from '../dkim/dkim-signers.js';
import type { DkimSigner } from '../dkim/dkim-signer.js';
import { DomainGate } from '../pacing/domain-gate.js';
import { Attempts } from '../store/attempts.js';
import type { DueDelivery } from '../store/attempts.js';
import { Lanes } from '../store/lanes.js';
import type { LaneTurn } from '../store/lanes.js';
import { Ledger } from '../store/ledger.js';
import { Mailings } from '../store/mailings.js';
import type { Mailing } from '../store/mailings.js';
import { Lease } from './lease.js';
import { StartLanes } from './start-lanes.js';

/** A micro-batch that is marked in the ledger and may now be sent. */
export interface Attempt {
  readonly attemptId: string;
  readonly mailing: CompiledMailing;
  readonly mails: readonly { readonly due: DueDelivery; readonly to: Recipient }[];
  readonly lease: Lease;
  /** Undefined where neither the tenant nor the platform has a key for the From domain. */
  readonly signer: DkimSigner | undefined;
}

/** `over`: the turn is somebody else's, or the mailing must not go on. `done`: nothing is due. */
export type Marked = Attempt | 'over' | 'done';

/** How long a lane waits when the tenant's contract does not allow sending. */
const forbiddenPauseMs = 60_000;

/**
 * Decides, in one transaction right before sending, which mails leave: while it holds the mailing nobody can pause or
 * stop it, and who has unsubscribed up to now is left out. Rows are marked before the first byte goes to the relay.
 */
@Injectable()
export class MarkAttempt {
  constructor(
    private readonly database: Database,
    private readonly mailings: Mailings,
    private readonly lanes: Lanes,
    private readonly ledger: Ledger,
    private readonly attempts: Attempts,
    private readonly recipients: Recipients,
    private readonly maySend: MaySend,
    private readonly compiled: CompiledMailings,
    private readonly signers: DkimSigners,
    private readonly gate: DomainGate,
    private readonly start: StartLanes,
    private readonly pool: SmtpPool,
    private readonly clock: Clock,
  ) {}

  /** @param most mails that the turn may still send */
  execute(tenantId: TenantId, turn: LaneTurn, most = this.pool.size): Promise<Marked> {
    const lease = new Lease();
    return this.database.inTenantOften(tenantId, async (tx) => {
      const mailing = await this.mailings.hold(tx, tenantId, turn.campaignId);
      if (!(await this.lanes.isMine(tx, tenantId, turn))) return 'over';
      return this.within(tx, tenantId, turn, { mailing, lease, most });
    });
  }

  /**
   * In a transaction that holds the mailing and whose the lane is.
   * @param wish the lease is older than the transaction, whose beginning is the database's present
   */
  async within(
    tx: Tx,
    tenantId: TenantId,
    turn: LaneTurn,
    { mailing, lease, most }: { mailing: Mailing | undefined; lease: Lease; most: number },
  ): Promise<Marked> {
    if (mailing?.status === 'stopped') return 'done';
    if (mailing?.status !== 'running') {
      await this.lanes.rest(tx, tenantId, turn, null);
      return 'over';
    }
    const now = this.clock.now();
    if (!(await this.maySend.check(tx, tenantId, now))) {
      await this.lanes.rest(tx, tenantId, turn, new Date(now.getTime() + forbiddenPauseMs));
      return 'over';
    }
    return this.mark(tx, tenantId, turn, { now, lease, most });
  }

  private async mark(
    tx: Tx,
    tenantId: TenantId,
    turn: LaneTurn,
    { now, lease, most }: { now: Date; lease: Lease; most: number },
  ): Promise<Attempt | 'done'> {
    const { campaignId } = turn;
    const attemptId = newId(now);
    const marking = { campaignId, attemptId, at: now };
    const size = Math.min(this.pool.size, most);
    const marked = await this.attempts.mark(tx, tenantId, marking, size);
    if (marked.length === 0) {
      const next = await this.ledger.nextDue(tx, tenantId, campaignId);
      if (next) await this.start.at(tx, tenantId, turn, next);
      return 'done';
    }
    const due = await this.mayLeave(tx, tenantId, marked);
    const mailing = await this.compiled.of(tx, tenantId, campaignId);
    const signer = await this.signers.of(tx, tenantId, mailing.fromAddress);
    const mails = await this.stillWanted(tx, tenantId, mailing, due);
    const deliveryNos = mails.map((mail) => mail.due.deliveryNo);
    if (mails.length > 0) await this.lanes.begin(tx, tenantId, turn, { attemptId, deliveryNos });
    return { attemptId, mailing, mails, lease, signer };
  }

  /** Those of the marked rows that their domain takes now; the others wait again. */
  private async mayLeave(
    tx: Tx,
    tenantId: TenantId,
    marked: readonly DueDelivery[],
  ): Promise<readonly DueDelivery[]> {
    const later = this.gate.admit(marked);
    if (later.length === 0) return marked;
    await this.attempts.putOff(tx, tenantId, later);
    const waits = new Set(later.map(({ deliveryNo }) => deliveryNo));
    return marked.filter(({ deliveryNo }) => !waits.has(deliveryNo));
  }

  /** Those of the marked rows whose reader still wants the mail; the others are taken out. */
  private async stillWanted(
    tx: Tx,
    tenantId: TenantId,
    { newsletterIds }: CompiledMailing,
    due: readonly DueDelivery[],
  ): Promise<Attempt['mails']> {
    const active = await this.recipients.stillActive(tx, tenantId, {
      subscriberIds: due.map(({ subscriberId }) => subscriberId),
      newsletterIds,
    });
    const gone = due.filter(({ subscriberId }) => !active.has(subscriberId));
    if (gone.length > 0) {
      const deliveryNos = gone.map(({ deliveryNo }) => deliveryNo);
      await this.attempts.exclude(tx, tenantId, deliveryNos);
    }
    return due.flatMap((row) => {
      const to = active.get(row.subscriberId);
      return to ? [{ due: row, to }] : [];
    });
  }
}
