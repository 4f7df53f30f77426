import { Tenants } from '#lib/accounts';
import { ErasureClock } from '#lib/contracts';
import type { TenantErasure } from '#lib/contracts';
import { Clock, asTenantId } from '#lib/kernel';
import type { DataClass } from '#lib/kernel';
import { Database } from '#platform/database';
import { Purge, RetentionParts } from '#platform/retention';
import { Injectable } from '@nestjs/common';
import { oldestKept } from '../domain/retention.js';
import { HoldsStore } from '../store/holds.store.js';
import { EraseTenant } from './erase-tenant.js';

/** A tenant whose data go next, and what keeps them. */
export interface DueTenant extends TenantErasure {
  readonly tenantName: string;
  readonly isHeld: boolean;
}

/** What a rule would end now. */
export interface DueRows {
  readonly table: string;
  readonly class: DataClass;
  readonly rows: number;
}

/** Says what will be erased next, and touches nothing. */
@Injectable()
export class ReadErasures {
  constructor(
    private readonly database: Database,
    private readonly contracts: ErasureClock,
    private readonly tenants: Tenants,
    private readonly holds: HoldsStore,
    private readonly erasing: EraseTenant,
    private readonly parts: RetentionParts,
    private readonly purge: Purge,
    private readonly clock: Clock,
  ) {}

  /** The most urgent first. */
  due(): Promise<DueTenant[]> {
    return this.database.asSystem(async (tx) => {
      const held = await this.holds.heldTenants(tx);
      const lines: DueTenant[] = [];
      for (const line of await this.contracts.all(tx)) {
        const { name } = await this.tenants.get(tx, line.tenantId);
        lines.push({ ...line, tenantName: name, isHeld: held.includes(line.tenantId) });
      }
      return lines;
    });
  }

  /** How many rows of each table would go with a tenant. @throws BusinessError accounts.tenant-not-found */
  ofTenant(tenant: string, which: 'A' | 'B'): Promise<DueRows[]> {
    const tenantId = asTenantId(tenant);
    return this.database.asSystem(async (tx) => {
      await this.tenants.get(tx, tenantId);
      const counts: DueRows[] = [];
      for (const rule of this.erasing.rules(which)) {
        const { table, class: dataClass } = rule;
        const rows = await this.purge.countOfTenant(tx, rule, tenantId);
        if (rows > 0) counts.push({ table, class: dataClass, rows });
      }
      return counts;
    });
  }

  /** How many rows of each table are over by their own time. */
  byAge(): Promise<DueRows[]> {
    const now = this.clock.now();
    return this.database.asSystem(async (tx) => {
      const held = await this.holds.heldTenants(tx);
      const counts: DueRows[] = [];
      for (const rule of this.parts.all.flatMap(({ rules }) => rules)) {
        if (rule.due === 'with-tenant') continue;
        const before = 'since' in rule.due ? oldestKept(rule.class, now) : now;
        const rows = await this.purge.countBefore(tx, rule, before, held);
        if (rows > 0) counts.push({ table: rule.table, class: rule.class, rows });
      }
      return counts;
    });
  }
}
