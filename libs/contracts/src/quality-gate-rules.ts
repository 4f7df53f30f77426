import { jstMonth } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { YearMonth } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ContractBook } from './contract-book.js';
import { defaultQualityGate } from './domain/catalogue.js';
import type { QualityGate } from './domain/catalogue.js';
import { CatalogueStore } from './store/catalogue.store.js';

/** From which quality of a list on a tenant's campaigns are held, by its course. */
@Injectable()
export class QualityGateRules {
  constructor(
    private readonly book: ContractBook,
    private readonly catalogue: CatalogueStore,
  ) {}

  /** The default where the course says nothing, or there is no contract. */
  async of(tx: Tx, tenantId: TenantId, at: Date): Promise<QualityGate> {
    const courses = (await this.book.of(tx, tenantId))?.courses ?? [];
    const month = jstMonth(at);
    const begun = courses.filter(({ from }) => YearMonth.compare(from, month) <= 0);
    const current = begun.at(-1) ?? courses[0];
    if (!current) return defaultQualityGate;
    const { qualityGate } = await this.catalogue.course(tx, current.courseCode);
    return { ...defaultQualityGate, ...qualityGate };
  }
}
