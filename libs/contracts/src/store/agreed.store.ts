import { YearMonth } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { CourseInForce, OptionInForce } from '../domain/contract.js';

/** Months are kept as their first day. */
export const firstDay = (month: YearMonth): string => month.toPlainDate({ day: 1 }).toString();
const monthOf = (text: string): YearMonth => YearMonth.from(text.slice(0, 7));

/** Courses and options of a contract, each from the first of a month. */
@Injectable()
export class AgreedStore {
  /** In order. */
  async courses(tx: Tx, tenantId: TenantId, contractId: string): Promise<CourseInForce[]> {
    const rows = await tx.query<{ courseCode: string; from: string }>(
      `SELECT course_code AS "courseCode", from_month::text AS "from" FROM contract_courses
       WHERE tenant_id = $1 AND contract_id = $2 ORDER BY from_month`,
      [tenantId, contractId],
    );
    return rows.map(({ courseCode, from }) => ({ courseCode, from: monthOf(from) }));
  }

  async options(tx: Tx, tenantId: TenantId, contractId: string): Promise<OptionInForce[]> {
    const rows = await tx.query<{ optionCode: string; from: string; until: string | null }>(
      `SELECT option_code AS "optionCode", from_month::text AS "from", until_month::text AS "until"
       FROM contract_options WHERE tenant_id = $1 AND contract_id = $2 ORDER BY option_code, from_month`,
      [tenantId, contractId],
    );
    return rows.map(({ optionCode, from, until }) => ({
      optionCode,
      from: monthOf(from),
      until: until === null ? null : monthOf(until),
    }));
  }

  /** Another course from that month on; what was agreed for it or later no longer counts. */
  async setCourse(
    tx: Tx,
    tenantId: TenantId,
    contractId: string,
    { courseCode, from }: CourseInForce,
  ): Promise<void> {
    await tx.execute(
      'DELETE FROM contract_courses WHERE tenant_id = $1 AND contract_id = $2 AND from_month >= $3',
      [tenantId, contractId, firstDay(from)],
    );
    await tx.execute(
      'INSERT INTO contract_courses (tenant_id, contract_id, from_month, course_code) VALUES ($1, $2, $3, $4)',
      [tenantId, contractId, firstDay(from), courseCode],
    );
  }

  /** Nothing where the tenant has the option then already. */
  async addOption(
    tx: Tx,
    tenantId: TenantId,
    contractId: string,
    { optionCode, from }: Omit<OptionInForce, 'until'>,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO contract_options (tenant_id, contract_id, option_code, from_month)
       SELECT $1, $2, $3, $4::date WHERE NOT EXISTS (
         SELECT FROM contract_options WHERE tenant_id = $1 AND contract_id = $2 AND option_code = $3
           AND (until_month IS NULL OR until_month > $4::date))`,
      [tenantId, contractId, optionCode, firstDay(from)],
    );
  }

  /** `until` is the first month without it; an option that would only begin then never does. */
  async dropOption(
    tx: Tx,
    tenantId: TenantId,
    contractId: string,
    { optionCode, until }: { optionCode: string; until: YearMonth },
  ): Promise<void> {
    const parameters = [tenantId, contractId, optionCode, firstDay(until)];
    const which = `tenant_id = $1 AND contract_id = $2 AND option_code = $3`;
    await tx.execute(
      `DELETE FROM contract_options WHERE ${which} AND from_month >= $4`,
      parameters,
    );
    await tx.execute(
      `UPDATE contract_options SET until_month = $4 WHERE ${which} AND (until_month IS NULL OR until_month > $4)`,
      parameters,
    );
  }
}
