import type { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { DataSource } from 'typeorm';
import type { QueryRunner } from 'typeorm';
import { PlannedStatements } from './planned-statements.js';
import { isStalePlan, isWorthAnotherTry } from './retryable.js';
import { Tx } from './tx.js';

const tries = 5;

/**
 * The only way to the data. `inTenant` sees the rows of one tenant, by row-level security, whatever the query
 * says; `asSystem` sees all and is for work that belongs to no tenant (sign-in, relay, sweeps, operators).
 *
 * A deadlock or a serialisation failure runs the work again from the start, so it must have no effect outside the
 * transaction; effects go into the outbox or into `tx.afterCommit`.
 */
export class Database {
  private readonly planned = new PlannedStatements();

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  inTenant<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction({ role: 'hikyaku_app', tenantId: this.secondWall(tenantId) }, work);
  }

  /**
   * The same for work that is done many times a second, with few statements that are always the same and reach their
   * rows by index. Each connection plans them once, and always by index: how many rows a table seemed to have when it
   * did so must not matter when it has a million.
   */
  inTenantOften<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T> {
    const role = 'hikyaku_app';
    return this.transaction({ role, tenantId: this.secondWall(tenantId), often: true }, work);
  }

  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction({ role: 'hikyaku_system', tenantId: '' }, work);
  }

  /** True when the database answers. */
  async isReady(): Promise<boolean> {
    return this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  /** The tenant that row-level security will let through; tests of the second wall pin it to another one. */
  protected secondWall(tenantId: TenantId): TenantId {
    return tenantId;
  }

  private async transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const runner = this.source.createQueryRunner();
      try {
        return await this.attempt(runner, scope, work);
      } catch (error) {
        if (isStalePlan(error)) this.planned.renew();
        else if (!isWorthAnotherTry(error)) throw error;
        if (attempt === tries) throw error;
      } finally {
        await runner.release();
      }
    }
  }

  private async attempt<T>(
    runner: QueryRunner,
    scope: Scope,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    await runner.startTransaction();
    const tx = scope.often ? new Tx(runner, this.planned) : new Tx(runner);
    let result: T;
    try {
      await tx.query(scope.often ? enterByIndex : enter, [
        scope.role,
        scope.tenantId,
        this.clock.databaseTime()?.toISOString() ?? '',
      ]);
      result = await work(tx);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
    await tx.committed();
    return result;
  }
}

interface Scope {
  readonly role: 'hikyaku_app' | 'hikyaku_system';
  readonly tenantId: string;
  /** Whether the connection keeps the plans of the statements. */
  readonly often?: boolean;
}

const enter = `SELECT set_config('role', $1, true), set_config('app.tenant_id', $2, true), set_config('app.clock', $3, true)`;
const enterByIndex = ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'sort']
  .map((way) => `set_config('enable_${way}', 'off', true)`)
  .reduce((all, one) => `${all}, ${one}`, enter);
