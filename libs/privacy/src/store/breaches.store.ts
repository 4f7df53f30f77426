import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { BreachFacts } from '../domain/breach.js';

/** A step that was done about a breach. */
export const breachSteps = ['first-report', 'full-report', 'persons-told', 'closed'] as const;
export type BreachStep = (typeof breachSteps)[number];

const columnOf: Readonly<Record<BreachStep, string>> = {
  'first-report': 'first_reported_at',
  'full-report': 'fully_reported_at',
  'persons-told': 'persons_told_at',
  closed: 'closed_at',
};

export interface Breach extends BreachFacts {
  readonly id: string;
  readonly summary: string;
  readonly cause: string | null;
  readonly measures: string | null;
  readonly firstReportedAt: Date | null;
  readonly fullyReportedAt: Date | null;
  readonly personsToldAt: Date | null;
  readonly closedAt: Date | null;
  /** How many people of which tenant; numbers only. */
  readonly tenants: readonly { tenantId: string; persons: number; toldAt: string | null }[];
}

const select = `SELECT b.id, b.known_at AS "knownAt", b.summary, b.cause, b.measures, b.kinds, b.persons,
    b.was_encrypted AS "wasEncrypted", b.first_reported_at AS "firstReportedAt",
    b.fully_reported_at AS "fullyReportedAt", b.persons_told_at AS "personsToldAt", b.closed_at AS "closedAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('tenantId', t.tenant_id, 'persons', t.persons,
       'toldAt', t.told_at) ORDER BY t.tenant_id), '[]') FROM breach_tenants t WHERE t.breach_id = b.id) AS tenants
  FROM breaches b`;

/** The register of breaches. In transactions of the system. */
@Injectable()
export class BreachesStore {
  async add(tx: Tx, b: Omit<Breach, 'tenants' | `${string}At`> & { knownAt: Date }): Promise<void> {
    await tx.execute(
      `INSERT INTO breaches (id, known_at, summary, cause, measures, kinds, persons, was_encrypted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [b.id, b.knownAt, b.summary, b.cause, b.measures, b.kinds, b.persons, b.wasEncrypted],
    );
  }

  /** A register of few lines: all of them, the newest first. */
  list(tx: Tx): Promise<Breach[]> {
    return tx.query<Breach>(`${select} ORDER BY b.known_at DESC, b.id DESC`);
  }

  async get(tx: Tx, id: string): Promise<Breach | undefined> {
    const [found] = await tx.query<Breach>(`${select} WHERE b.id = $1 FOR UPDATE`, [id]);
    return found;
  }

  async countTenant(tx: Tx, tenantId: TenantId, breachId: string, persons: number): Promise<void> {
    await tx.execute(
      `INSERT INTO breach_tenants (tenant_id, breach_id, persons) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id, breach_id) DO UPDATE SET persons = EXCLUDED.persons, told_at = NULL`,
      [tenantId, breachId, persons],
    );
  }

  /** Marks those not told yet, and gives them. */
  markTold(tx: Tx, breachId: string, at: Date): Promise<{ tenantId: string; persons: number }[]> {
    return tx.query(
      `UPDATE breach_tenants SET told_at = $2 WHERE breach_id = $1 AND told_at IS NULL
       RETURNING tenant_id AS "tenantId", persons`,
      [breachId, at],
    );
  }

  /** The first time counts. */
  async note(tx: Tx, id: string, step: BreachStep, at: Date): Promise<void> {
    const column = columnOf[step];
    await tx.execute(`UPDATE breaches SET ${column} = coalesce(${column}, $2) WHERE id = $1`, [
      id,
      at,
    ]);
  }
}
