import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Equation } from '../domain/equation.js';
import type { AfterCrash, MailingContent } from '../domain/mailing-content.js';

export type MailingStatus = 'running' | 'paused' | 'stopped' | 'finished';

export interface Mailing {
  readonly campaignId: string;
  readonly status: MailingStatus;
  readonly afterCrash: AfterCrash;
  readonly candidates: number;
  readonly firstNo: number;
  readonly lastNo: number;
  readonly equation: Equation | null;
}

const columns = `campaign_id AS "campaignId", status, after_crash AS "afterCrash", candidates,
  first_no AS "firstNo", last_no AS "lastNo", equation`;

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

  async freeze(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    { candidates, firstNo, lastNo }: { candidates: number; firstNo: number; lastNo: number },
  ): Promise<void> {
    await tx.execute(
      `UPDATE mailings SET candidates = $3, first_no = $4, last_no = $5
       WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId, candidates, firstNo, lastNo],
    );
  }

  async find(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Mailing | undefined> {
    const [mailing] = await tx.query<Mailing>(
      `SELECT ${columns} FROM mailings WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId],
    );
    return mailing;
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

  async setStatus(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    status: MailingStatus,
  ): Promise<void> {
    await tx.execute(`UPDATE mailings SET status = $3 WHERE tenant_id = $1 AND campaign_id = $2`, [
      tenantId,
      campaignId,
      status,
    ]);
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
