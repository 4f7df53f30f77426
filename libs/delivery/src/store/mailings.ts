import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Target } from '#lib/subscribers';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Equation } from '../domain/equation.js';
import type { AfterCrash, MailingContent } from '../domain/mailing-content.js';
import type { Slice } from './ledger.js';

export type MailingStatus = 'running' | 'paused' | 'stopped' | 'finished';

export interface Mailing {
  readonly campaignId: string;
  readonly status: MailingStatus;
  readonly afterCrash: AfterCrash;
  /** How many are frozen so far. */
  readonly candidates: number;
  /** Whether more are to be frozen. */
  readonly freezing: boolean;
  readonly firstNo: number;
  readonly lastNo: number;
  readonly equation: Equation | null;
}

/** Which mailing, over all tenants. */
export interface MailingName {
  readonly tenantId: TenantId;
  readonly campaignId: string;
}

/** What is still to be frozen of an audience. */
export interface Unfrozen {
  readonly target: Target;
  /** The instant of the launch. */
  readonly at: Date;
  /** The last person who was frozen. */
  readonly after: string;
}

const columns = `campaign_id AS "campaignId", status, after_crash AS "afterCrash", candidates,
  freeze_after IS NOT NULL AS freezing, first_no AS "firstNo", last_no AS "lastNo", equation`;

/** The mailings: one row a campaign that was launched. */
@Injectable()
export class Mailings {
  async create(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    {
      content,
      linkTargets,
      afterCrash,
      at,
    }: {
      content: MailingContent;
      linkTargets: readonly string[];
      afterCrash: AfterCrash;
      at: Date;
    },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO mailings (tenant_id, campaign_id, status, after_crash, content, link_targets, launched_at)
       VALUES ($1, $2, 'running', $3, $4, $5, $6)`,
      [tenantId, campaignId, afterCrash, JSON.stringify(content), linkTargets, at],
    );
  }

  /** Notes the first slice, and where the next one is taken from; `target` is null when there is none. */
  async beginFreeze(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    { candidates, firstNo, lastNo, last, target }: Slice & { readonly target: Target | null },
  ): Promise<void> {
    await tx.execute(
      `UPDATE mailings SET candidates = $3, first_no = $4, last_no = $5, freeze_target = $6, freeze_after = $7
       WHERE tenant_id = $1 AND campaign_id = $2`,
      [
        tenantId,
        campaignId,
        candidates,
        firstNo,
        lastNo,
        target && JSON.stringify(target),
        target && last,
      ],
    );
  }

  /** What is still to be frozen; undefined when nothing is, or the mailing has ended. */
  async unfrozen(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Unfrozen | undefined> {
    const [row] = await tx.query<Unfrozen>(
      `SELECT freeze_target AS target, launched_at AS at, freeze_after AS after FROM mailings
       WHERE tenant_id = $1 AND campaign_id = $2 AND freeze_after IS NOT NULL`,
      [tenantId, campaignId],
    );
    return row;
  }

  /**
   * Adds a slice that follows on `after`, once nobody holds the mailing. Gives false when the mailing was stopped or
   * another slice came first.
   */
  async grow(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    slice: Slice & { readonly after: string; readonly more: boolean },
  ): Promise<boolean> {
    const { candidates, lastNo, after, last, more } = slice;
    const count = await tx.execute(
      `UPDATE mailings SET candidates = candidates + $4, last_no = greatest(last_no, $5),
         freeze_after = CASE WHEN $7 THEN $6::uuid END, freeze_target = CASE WHEN $7 THEN freeze_target END
       WHERE tenant_id = $1 AND campaign_id = $2 AND freeze_after = $3 AND status IN ('running', 'paused')`,
      [tenantId, campaignId, after, candidates, lastNo, last, more],
    );
    return count > 0;
  }

  async find(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Mailing | undefined> {
    const [mailing] = await tx.query<Mailing>(
      `SELECT ${columns} FROM mailings WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId],
    );
    return mailing;
  }

  /** Those of the campaigns that were launched. */
  many(tx: Tx, tenantId: TenantId, campaignIds: readonly string[]): Promise<Mailing[]> {
    return tx.query<Mailing>(
      `SELECT ${columns} FROM mailings WHERE tenant_id = $1 AND campaign_id = ANY ($2)`,
      [tenantId, campaignIds],
    );
  }

  /** Of all tenants, in a transaction of the system. */
  async running(tx: Tx): Promise<MailingName[]> {
    const rows = await tx.query<{ tenantId: string; campaignId: string }>(
      `SELECT tenant_id AS "tenantId", campaign_id AS "campaignId" FROM mailings WHERE status = 'running'`,
    );
    return rows.map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }

  /** By campaign, of whatever tenant, in a transaction of the system. */
  async statuses(tx: Tx, campaignIds: readonly string[]): Promise<Map<string, MailingStatus>> {
    const rows = await tx.query<{ id: string; status: MailingStatus }>(
      `SELECT campaign_id AS id, status FROM mailings WHERE campaign_id = ANY ($1)`,
      [campaignIds],
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  }

  /** Keeps the status as it is until the transaction ends; many may hold it at once. */
  async hold(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Mailing | undefined> {
    const [mailing] = await tx.query<Mailing>(
      `SELECT ${columns} FROM mailings WHERE tenant_id = $1 AND campaign_id = $2 FOR SHARE`,
      [tenantId, campaignId],
    );
    return mailing;
  }

  /** Waits for everybody who holds the mailing, then keeps it alone until the transaction ends. */
  async lock(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Mailing | undefined> {
    const [mailing] = await tx.query<Mailing>(
      `SELECT ${columns} FROM mailings WHERE tenant_id = $1 AND campaign_id = $2 FOR UPDATE`,
      [tenantId, campaignId],
    );
    return mailing;
  }

  /** Whom a stopped mailing has not frozen yet it never does. */
  async setStatus(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    status: MailingStatus,
  ): Promise<void> {
    await tx.execute(
      `UPDATE mailings SET status = $3,
         freeze_target = CASE WHEN $3 <> 'stopped' THEN freeze_target END,
         freeze_after = CASE WHEN $3 <> 'stopped' THEN freeze_after END
       WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId, status],
    );
  }

  /** Stores the account of a mailing of which every row is settled. */
  async settle(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    { status, equation, at }: { status: MailingStatus; equation: Equation; at: Date },
  ): Promise<void> {
    await tx.execute(
      `UPDATE mailings SET status = $3, equation = $4, settled_at = $5
       WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId, status, JSON.stringify(equation), at],
    );
  }

  /** "Send again" opens a finished account. */
  async reopen(tx: Tx, tenantId: TenantId, campaignId: string): Promise<void> {
    await tx.execute(
      `UPDATE mailings SET status = 'running', equation = NULL, settled_at = NULL
       WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId],
    );
  }

  async contentOf(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
  ): Promise<{ content: MailingContent; linkTargets: string[] } | undefined> {
    const [row] = await tx.query<{ content: MailingContent; linkTargets: string[] }>(
      `SELECT content, link_targets AS "linkTargets" FROM mailings
       WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId],
    );
    return row;
  }

  /** Where a tracked link leads. */
  async linkTarget(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    linkNo: number,
  ): Promise<string | undefined> {
    const [row] = await tx.query<{ target: string | null }>(
      `SELECT link_targets[$3::int + 1] AS target FROM mailings
       WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId, linkNo],
    );
    return row?.target ?? undefined;
  }
}
