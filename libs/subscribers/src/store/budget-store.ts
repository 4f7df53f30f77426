import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { BudgetRule } from '../domain/budget.js';

/** Counts what was asked for in a window. Needs a transaction that belongs to no tenant. */
@Injectable()
export class BudgetStore {
  /** Takes one from the budget. False, and nothing taken, when it is used up. */
  async spend(tx: Tx, rule: BudgetRule, key: Buffer, now: Date): Promise<boolean> {
    const spent = await tx.execute(
      `INSERT INTO sign_up_budgets AS b (rule, key, spent, ends_at) VALUES ($1, $2, 1, $3)
       ON CONFLICT (rule, key) DO UPDATE
         SET spent = CASE WHEN b.ends_at <= $4 THEN 1 ELSE b.spent + 1 END,
             ends_at = CASE WHEN b.ends_at <= $4 THEN EXCLUDED.ends_at ELSE b.ends_at END
       WHERE b.ends_at <= $4 OR b.spent < $5`,
      [rule.name, key, rule.endsAt(now), now, rule.limit],
    );
    return spent === 1;
  }

  async forgetEnded(tx: Tx, now: Date): Promise<void> {
    await tx.execute(`DELETE FROM sign_up_budgets WHERE ends_at <= $1`, [now]);
  }
}
