import { AuditTrail } from '#lib/accounts';
import { ErasureClock } from '#lib/contracts';
import type { DataClass, PlainDate, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { RetentionParts } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';
import { TenantKeys } from '#platform/tenant-keys';
import { Injectable } from '@nestjs/common';
import { ErasureLogStore } from '../store/erasure-log.store.js';
import { EraseInBatches } from './erase-in-batches.js';
import { SettleConsents } from './settle-consents.js';

/** Classes that go together. */
const classes: Record<'A' | 'B', readonly DataClass[]> = { A: ['A', 'S'], B: ['B', 'A2'] };

/**
 * Erases what a tenant whose contract is over leaves behind. It may die at any point and be called again: the proof of
 * consent is brought away first, the key is destroyed when no row is left, and only then the contract says so.
 * @clause 同意5, 同意6, D-08
 */
@Injectable()
export class EraseTenant {
  constructor(
    private readonly database: Database,
    private readonly parts: RetentionParts,
    private readonly batches: EraseInBatches,
    private readonly consents: SettleConsents,
    private readonly keys: TenantKeys,
    private readonly contracts: ErasureClock,
    private readonly log: ErasureLogStore,
    private readonly audit: AuditTrail,
  ) {}

  /** The rules that are carried out with a tenant's data of a class, in their order. */
  rules(which: 'A' | 'B'): RetentionRule[] {
    return this.parts.all
      .flatMap(({ rules }) => rules)
      .filter((rule) => rule.due === 'with-tenant' && classes[which].includes(rule.class))
      .filter(({ end }) => end.how !== 'keep');
  }

  /** @throws Error when rows are left that somebody holds fast: another run takes them */
  async execute(tenantId: TenantId, which: 'A' | 'B', day: PlainDate): Promise<void> {
    if (which === 'A') await this.consents.escrow(tenantId, day);
    const rules = this.rules(which);
    for (const rule of rules) await this.batches.ofTenant(rule, tenantId, day);
    for (const rule of rules)
      if ((await this.batches.left(rule, tenantId)) > 0)
        throw new Error(`rows of ${rule.table} are left`);
    if (which === 'A') await this.keys.destroy(tenantId);
    await this.database.asSystem(async (tx) => {
      await this.contracts.erased(tx, tenantId, which);
      if (which === 'A')
        await this.log.count(tx, { day, tenantId, class: 'A', rule: 'tenant-key', count: 1 });
      await this.audit.record(tx, {
        tenantId,
        actor: { kind: 'system' },
        action: which === 'A' ? 'tenant.service-data-erased' : 'tenant.personal-data-erased',
        subject: { kind: 'tenant', id: tenantId },
      });
    });
  }
}
