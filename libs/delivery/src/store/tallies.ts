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
  /** Mails opened, not how often. */
  readonly opens: { readonly human: number; readonly machine: number };
  /** Mails of which a link was followed. */
  readonly clicks: { readonly human: number; readonly scanner: number };
}

interface TallyRow extends StateCounts, Omit<Tally, 'counts' | 'opens' | 'clicks'> {
  readonly campaignId: string;
  readonly opened: number;
  readonly openedByMachines: number;
  readonly clicked: number;
  readonly clickedByScanners: number;
}

const states = Object.keys(noCounts) as (keyof StateCounts)[];

/** How many rows of a mailing are in which state, and what readers did: kept with every change, read at no cost. */
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
    const rows = await tx.query<TallyRow>(
      `WITH now AS MATERIALIZED (
         SELECT date_trunc('minute', at) AS minute, extract(second FROM at) / 60 AS part FROM (SELECT app_now() AS at) _)
       SELECT campaign_id AS "campaignId",
         ${states.map((state) => `coalesce(sum(${state}), 0)::int AS ${state}`).join(', ')},
         min(first_mail_at) AS "firstMailAt", max(last_mail_at) AS "lastMailAt",
         coalesce(round(sum(CASE now.minute - t.minute
           WHEN interval '0' THEN this_minute + last_minute * (1 - now.part)
           WHEN interval '1 minute' THEN this_minute * (1 - now.part) ELSE 0 END)), 0)::int AS "lastMinute",
         sum(opened)::int AS opened, sum(opened_by_machines)::int AS "openedByMachines",
         sum(clicked)::int AS clicked, sum(clicked_by_scanners)::int AS "clickedByScanners"
       FROM mailing_tallies t, now
       WHERE tenant_id = $1 AND campaign_id = ANY ($2) GROUP BY campaign_id`,
      [tenantId, campaignIds],
    );
    return new Map(rows.map(entryOf));
  }
}

const entryOf = ({
  campaignId,
  firstMailAt,
  lastMailAt,
  lastMinute,
  opened,
  openedByMachines,
  clicked,
  clickedByScanners,
  ...counts
}: TallyRow): [string, Tally] => [
  campaignId,
  {
    counts,
    firstMailAt,
    lastMailAt,
    lastMinute,
    opens: { human: opened, machine: openedByMachines },
    clicks: { human: clicked, scanner: clickedByScanners },
  },
];

export const noTally: Tally = {
  counts: noCounts,
  firstMailAt: null,
  lastMailAt: null,
  lastMinute: 0,
  opens: { human: 0, machine: 0 },
  clicks: { human: 0, scanner: 0 },
};
