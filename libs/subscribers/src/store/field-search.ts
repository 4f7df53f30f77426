import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { TenantKeys } from '#platform/tenant-keys';
import { Injectable } from '@nestjs/common';
import type { FieldTokens } from '../domain/condition-sql.js';
import { comparisonsIn } from '../domain/field-traits.js';
import type { Condition, FieldCondition } from '../domain/target.js';
import { FieldValueStore } from './field-values.js';
import { tokenOf } from './sealed-person.js';

/** Turns what a condition asks of sealed fields into the tokens that stand for it in the tables. */
@Injectable()
export class FieldSearch {
  constructor(
    private readonly keys: TenantKeys,
    private readonly values: FieldValueStore,
  ) {}

  async tokens(tx: Tx, tenantId: TenantId, condition: Condition): Promise<FieldTokens> {
    const key = await this.keys.open(tenantId);
    const meant = new Map<FieldCondition, string[]>();
    for (const comparison of comparisonsIn(condition))
      meant.set(comparison, await this.values.meantBy(tx, tenantId, key, comparison));
    return {
      of: (trait) => tokenOf(key, trait),
      meantBy: (comparison) => meant.get(comparison) ?? [],
    };
  }
}
