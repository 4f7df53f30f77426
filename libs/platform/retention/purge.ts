import type { TenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import type { RetentionRule } from './retention-rule.js';

/** Rows that one tenant lost, or nobody in particular. */
export interface Loss {
  readonly tenantId: TenantId | null;
  readonly rows: number;
}

interface Where {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Carries retention rules out, some rows at a time, and counts what they would touch. System transactions only. */
@Injectable()
export class Purge {
  /** Ends up to `limit` rows of a tenant; gives how many. Less than `limit` means that nothing is left. */
  async ofTenant(tx: Tx, rule: RetentionRule, tenantId: TenantId, limit: number): Promise<number> {
    const losses = await this.end(tx, rule, ofTenant(rule, tenantId), limit);
    return losses.reduce((sum, { rows }) => sum + rows, 0);
  }

  /**
   * Ends up to `limit` rows that are over at `before`, by their own instant or last day, but none of the tenants that
   * are held.
   */
  before(
    tx: Tx,
    rule: RetentionRule,
    before: Date,
    held: readonly TenantId[],
    limit: number,
  ): Promise<Loss[]> {
    return this.end(tx, rule, aged(rule, before, held), limit);
  }

  /** How many rows of a tenant are there to be ended. */
  countOfTenant(tx: Tx, rule: RetentionRule, tenantId: TenantId): Promise<number> {
    return this.count(tx, rule, ofTenant(rule, tenantId));
  }

  countBefore(
    tx: Tx,
    rule: RetentionRule,
    before: Date,
    held: readonly TenantId[],
  ): Promise<number> {
    return this.count(tx, rule, aged(rule, before, held));
  }

  private async count(tx: Tx, rule: RetentionRule, where: Where): Promise<number> {
    if (rule.end.how === 'keep') return 0;
    const [row] = await tx.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${rule.table} WHERE ${where.sql}`,
      where.parameters,
    );
    return row?.rows ?? 0;
  }

  /** A row that is written meanwhile stands elsewhere afterwards: it is left for the next round. */
  private async end(
    tx: Tx,
    { table, end, tenant }: RetentionRule,
    { sql, parameters }: Where,
    limit: number,
  ): Promise<Loss[]> {
    if (end.how === 'keep') return [];
    const verb =
      end.how === 'delete' ? `DELETE FROM ${table}` : `UPDATE ${table} SET ${blanks(end.columns)}`;
    return tx.query<Loss>(
      `WITH due AS (SELECT ctid FROM ${table} WHERE ${sql} LIMIT ${limit}),
            ended AS (${verb} WHERE ctid IN (SELECT ctid FROM due) RETURNING ${tenant ?? 'NULL::uuid'} AS tenant)
       SELECT tenant AS "tenantId", count(*)::int AS rows FROM ended GROUP BY tenant`,
      parameters,
    );
  }
}

const blanks = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', ');

/** Blanked columns are not blanked again. */
const unfinished = ({ only, end }: RetentionRule): string[] => [
  ...(only === undefined ? [] : [`(${only})`]),
  ...(end.how !== 'forget'
    ? []
    : [
        `(${Object.entries(end.columns)
          .map(([column, value]) => `${column} IS DISTINCT FROM ${value}`)
          .join(' OR ')})`,
      ]),
];

const ofTenant = (rule: RetentionRule, tenantId: TenantId): Where => ({
  sql: [`${rule.tenant ?? 'NULL::uuid'} = $1::uuid`, ...unfinished(rule)].join(' AND '),
  parameters: [tenantId],
});

/** Days are those of Japan. */
const over = (due: RetentionRule['due']): string => {
  if (due === 'with-tenant') return 'false';
  return 'since' in due
    ? `(${due.since}) < $1::timestamptz`
    : `(${due.after}) < ($1::timestamptz AT TIME ZONE 'Asia/Tokyo')::date`;
};

const aged = (rule: RetentionRule, before: Date, held: readonly TenantId[]): Where => {
  const free = `${rule.tenant ?? 'NULL::uuid'} = ANY($2::uuid[]) IS NOT TRUE`;
  return {
    sql: [`(${over(rule.due)})`, `(${free})`, ...unfinished(rule)].join(' AND '),
    parameters: [before, held],
  };
};
