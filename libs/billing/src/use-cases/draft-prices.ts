import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { tierErrors } from '../billing.errors.js';
import type { PriceTable } from '../domain/prices/price-table.js';
import { checkTiers } from '../domain/prices/tiers.js';
import { PriceTablesStore } from '../store/price-tables.store.js';

type NewPrices = Omit<PriceTable, 'version'> & { readonly actor: Actor };

/** Writes a price table down. Nobody pays by it before it is published. @clause W4.6 */
@Injectable()
export class DraftPrices {
  constructor(
    private readonly database: Database,
    private readonly tables: PriceTablesStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the version. @throws BusinessError billing.tiers-…, naming the course */
  execute({ effectiveFrom, courses, actor }: NewPrices): Promise<number> {
    for (const [course, { tiers }] of Object.entries(courses)) checkCourse(course, tiers);
    return this.database.asSystem(async (tx) => {
      await this.tables.lock(tx);
      const at = this.clock.now();
      const version = await this.tables.draft(tx, { effectiveFrom, courses }, at, actorId(actor));
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'prices.drafted',
        subject: { kind: 'price-table', id: String(version) },
        details: { effectiveFrom: effectiveFrom.toString() },
      });
      return version;
    });
  }
}

const checkCourse = (course: string, tiers: Parameters<typeof checkTiers>[0]): void => {
  const [problem] = checkTiers(tiers);
  if (problem) throw tierErrors[problem]({ field: `courses.${course}.tiers` });
};
