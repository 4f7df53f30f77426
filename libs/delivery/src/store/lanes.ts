import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** How long mails under way may be silent before the sweep takes their worker for dead. */
export const leaseSeconds = 12;
/** How long a lane may wait for its next turn before the sweep asks for it again: the queue may have lost it. */
const waitSeconds = 15;

/** A worker's hold on a lane; it ends when somebody raises the round. */
export interface LaneTurn {
  readonly campaignId: string;
  readonly lane: number;
  readonly round: number;
}

/** A lane the sweep has to look at. */
export interface SilentLane extends LaneTurn {
  readonly tenantId: TenantId;
  readonly attemptId: string | null;
  readonly deliveryNos: number[] | null;
}

/** More than a mailing has lanes at its start. */
const laneFamily = 16;

const ofLane = `tenant_id = $1 AND campaign_id = $2 AND lane = $3`;
const lease = `(SELECT app_now()) + interval '${leaseSeconds} seconds'`;
const wait = `(SELECT app_now()) + interval '${waitSeconds} seconds'`;

/**
 * The lanes of a mailing: each is one hand at work, with at most one micro-batch under way. `wake_at` says when the
 * sweep must look: the end of the lease while mails are under way, soon while it waits for its turn, the next row's time
 * while it rests, never when null.
 */
@Injectable()
export class Lanes {
  async open(tx: Tx, tenantId: TenantId, campaignId: string, count: number): Promise<void> {
    await tx.execute(
      `INSERT INTO mailing_lanes (tenant_id, campaign_id, lane, wake_at)
       SELECT $1, $2, lane, ${wait} FROM generate_series(0, $3::int - 1) AS lane`,
      [tenantId, campaignId, count],
    );
  }

  /** Starts a turn: raises the round, unless another turn did so before or its mails are still under way. */
  async take(tx: Tx, tenantId: TenantId, turn: LaneTurn): Promise<LaneTurn | undefined> {
    const [row] = await tx.query<{ round: number }>(
      `UPDATE mailing_lanes SET round = round + 1, wake_at = ${wait}
       WHERE ${ofLane} AND round = $4 AND attempt_id IS NULL RETURNING round`,
      [tenantId, turn.campaignId, turn.lane, turn.round],
    );
    return row && { ...turn, round: row.round };
  }

  /** True while the turn lasts; keeps the lane until the transaction ends. */
  async isMine(tx: Tx, tenantId: TenantId, turn: LaneTurn): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM mailing_lanes WHERE ${ofLane} AND round = $4 AND attempt_id IS NULL FOR UPDATE`,
      [tenantId, turn.campaignId, turn.lane, turn.round],
    );
    return rows.length > 0;
  }

  async begin(
    tx: Tx,
    tenantId: TenantId,
    turn: LaneTurn,
    attempt: { attemptId: string; deliveryNos: readonly number[] },
  ): Promise<void> {
    await tx.execute(
      `UPDATE mailing_lanes SET attempt_id = $4, delivery_nos = $5, wake_at = ${lease} WHERE ${ofLane}`,
      [tenantId, turn.campaignId, turn.lane, attempt.attemptId, attempt.deliveryNos],
    );
  }

  /** Prolongs the lease of mails under way; false when the sweep was faster. */
  async prolong(tx: Tx, tenantId: TenantId, turn: LaneTurn, attemptId: string): Promise<boolean> {
    const count = await tx.execute(
      `UPDATE mailing_lanes SET wake_at = ${lease} WHERE ${ofLane} AND attempt_id = $4`,
      [tenantId, turn.campaignId, turn.lane, attemptId],
    );
    return count > 0;
  }

  /**
   * Hands mails that take long over to a lane of their own, so that this one can go on. The numbers of such lanes
   * are apart for each lane they come from: nobody waits for anybody else's.
   */
  async split(
    tx: Tx,
    tenantId: TenantId,
    { campaignId, lane }: LaneTurn,
    attempt: { attemptId: string; deliveryNos: readonly number[] },
  ): Promise<LaneTurn> {
    const [row] = await tx.query<{ lane: number }>(
      `INSERT INTO mailing_lanes (tenant_id, campaign_id, lane, attempt_id, delivery_nos, wake_at)
       SELECT $1, $2, max(lane) + ${laneFamily}, $4, $5, ${lease} FROM mailing_lanes
       WHERE tenant_id = $1 AND campaign_id = $2 AND lane % ${laneFamily} = $3::int % ${laneFamily}
       RETURNING lane`,
      [tenantId, campaignId, lane, attempt.attemptId, attempt.deliveryNos],
    );
    if (!row) throw new Error('a lane that is not there cannot be split');
    return { campaignId, lane: row.lane, round: 0 };
  }

  /** Its mails are settled; nobody goes on with it. */
  async close(tx: Tx, tenantId: TenantId, turn: LaneTurn, attemptId: string): Promise<void> {
    await tx.execute(`DELETE FROM mailing_lanes WHERE ${ofLane} AND attempt_id = $4`, [
      tenantId,
      turn.campaignId,
      turn.lane,
      attemptId,
    ]);
  }

  /** Its mails are settled. False when the attempt is over already: the sweep was faster. */
  async end(tx: Tx, tenantId: TenantId, turn: LaneTurn, attemptId: string): Promise<boolean> {
    const count = await tx.execute(
      `UPDATE mailing_lanes SET attempt_id = NULL, delivery_nos = NULL, wake_at = ${wait}
       WHERE ${ofLane} AND attempt_id = $4`,
      [tenantId, turn.campaignId, turn.lane, attemptId],
    );
    return count > 0;
  }

  /** Lets the lane sleep until `at`, or for good; only the turn that holds it may. */
  async rest(tx: Tx, tenantId: TenantId, turn: LaneTurn, at: Date | null): Promise<void> {
    await tx.execute(`UPDATE mailing_lanes SET wake_at = $5 WHERE ${ofLane} AND round = $4`, [
      tenantId,
      turn.campaignId,
      turn.lane,
      turn.round,
      at,
    ]);
  }

  /** Lets every lane of the mailing without mails under way wait for a turn; says in which round each is. */
  wakeAll(tx: Tx, tenantId: TenantId, campaignId: string): Promise<LaneTurn[]> {
    return tx.query<LaneTurn>(
      `UPDATE mailing_lanes SET wake_at = CASE WHEN attempt_id IS NULL THEN ${wait} ELSE wake_at END
       WHERE tenant_id = $1 AND campaign_id = $2
       RETURNING campaign_id AS "campaignId", lane, round`,
      [tenantId, campaignId],
    );
  }

  /** The account is closed: no lane is looked after any more. */
  async sleepAll(tx: Tx, tenantId: TenantId, campaignId: string): Promise<void> {
    await tx.execute(
      `UPDATE mailing_lanes SET wake_at = NULL WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId],
    );
  }

  /** How many mails of the mailing are under way right now. */
  async inFlight(tx: Tx, tenantId: TenantId, campaignId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT coalesce(sum(cardinality(delivery_nos)), 0)::int AS count FROM mailing_lanes
       WHERE tenant_id = $1 AND campaign_id = $2 AND attempt_id IS NOT NULL`,
      [tenantId, campaignId],
    );
    return row?.count ?? 0;
  }

  /** Lanes whose time has come, of all tenants. */
  silent(tx: Tx, limit: number): Promise<SilentLane[]> {
    return tx.query<SilentLane>(
      `SELECT tenant_id AS "tenantId", campaign_id AS "campaignId", lane, round,
         attempt_id AS "attemptId", delivery_nos AS "deliveryNos"
       FROM mailing_lanes WHERE wake_at <= (SELECT app_now()) ORDER BY wake_at LIMIT $1`,
      [limit],
    );
  }

  /** Takes a silent lane over: its turn is over, and it waits for the next. Undefined when it came back to life. */
  async takeOver(tx: Tx, lane: SilentLane): Promise<LaneTurn | undefined> {
    const [row] = await tx.query<{ round: number }>(
      `UPDATE mailing_lanes SET round = round + ($5::uuid IS NOT NULL)::int, attempt_id = NULL,
         delivery_nos = NULL, wake_at = ${wait}
       WHERE ${ofLane} AND round = $4 AND attempt_id IS NOT DISTINCT FROM $5
         AND wake_at <= (SELECT app_now()) RETURNING round`,
      [lane.tenantId, lane.campaignId, lane.lane, lane.round, lane.attemptId],
    );
    return row && { campaignId: lane.campaignId, lane: lane.lane, round: row.round };
  }
}
