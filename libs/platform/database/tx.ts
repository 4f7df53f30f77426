import type { EntityManager, ObjectLiteral, QueryRunner, Repository } from 'typeorm';

type AfterCommit = () => void | Promise<void>;

/** One open transaction. Stores receive it first, then the tenant; it never leaves the use case that opened it. */
export class Tx {
  private readonly hooks: AfterCommit[] = [];

  constructor(private readonly runner: QueryRunner) {}

  /** Rows of one table, for reading and writing one or a few. Hot paths use {@link query}. */
  rows<R extends ObjectLiteral>(row: new () => R): Repository<R> {
    return this.manager.getRepository(row);
  }

  /** Runs SQL with `$1…` parameters and gives the rows it returns. */
  async query<R = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<R[]> {
    const { records } = await this.runner.query(sql, [...parameters], true);
    return records as R[];
  }

  /** Runs SQL and gives the number of rows it touched. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const { affected } = await this.runner.query(sql, [...parameters], true);
    return affected ?? 0;
  }

  /** For what must only happen when the change is safe; a failure there is the caller's, the change stays. */
  afterCommit(hook: AfterCommit): void {
    this.hooks.push(hook);
  }

  async committed(): Promise<void> {
    for (const hook of this.hooks) await hook();
  }

  private get manager(): EntityManager {
    return this.runner.manager;
  }
}
