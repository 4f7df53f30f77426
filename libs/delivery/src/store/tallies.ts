import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { noCounts } from '../domain/equation.js';
import type { StateCounts } from '../domain/equation.js';

export interface Tally {
  readonly counts: StateCounts;
  readonly firstMailAt: Date | null;
  readonly lastMailAt: Date | null;
  /** Mails accepted within the last sixty seconds: exact within this minute, by proportion before it. */
  readonly lastMinute: number;
}

const states = Object.keys(noCounts) as (keyof StateCounts)[];

/** How many rows of a mailing are in which state: kept up to date with every change of the ledger, read at no cost. */
@Injectable()
export class Tallies {
  async read(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Tally> {
    return (await this.many(tx, tenantId, [campaignId])).get(campaignId) ?? noTally;
  }

  /** By campaign; one without a row has no tally. */
  async many(
    tx: Tx,
    tenantId: TenantId,
    campaignIds: readonly string[],
  ): Promise<ReadonlyMap<string, Tally>> {
    const rows = await tx.query<StateCounts & Omit<Tally, 'counts'> & { campaignId: string }>(
      `SELECT campaign_id AS "campaignId",
         ${states.map((state) => `coalesce(sum(${state}), 0)::int AS ${state}`).join(', ')},
         min(first_mail_at) AS "firstMailAt", max(last_mail_at) AS "lastMailAt",
         coalesce(round(sum(CASE now.minute - t.minute
           WHEN interval '0' THEN this_minute + last_minute * (1 - now.part)
           WHEN interval '1 minute' THEN this_minute * (1 - now.part) ELSE 0 END)), 0)::int AS "lastMinute"
       FROM mailing_tallies t, (SELECT date_trunc('minute', app_now()) AS minute,
         extract(second FROM app_now()) / 60 AS part) now
       WHERE tenant_id = $1 AND campaign_id = ANY ($2) GROUP BY campaign_id`,
      [tenantId, campaignIds],
    );
    return new Map(
      rows.map(({ campaignId, firstMailAt, lastMailAt, lastMinute, ...counts }) => [
        campaignId,
        { counts, firstMailAt, lastMailAt, lastMinute },
      ]),
    );
  }
}

export const noTally: Tally = {
  counts: noCounts,
  firstMailAt: null,
  lastMailAt: null,
  lastMinute: 0,
};
