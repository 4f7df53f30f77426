import type { ClientBase, QueryResultRow } from 'pg';
import type { EntityManager, ObjectLiteral, QueryRunner, Repository } from 'typeorm';
import type { PlannedStatements } from './planned-statements.js';

type AfterCommit = () => void | Promise<void>;

/** One open transaction. Stores receive it first, then the tenant; it never leaves the use case that opened it. */
export class Tx {
  private readonly hooks: AfterCommit[] = [];

  /** @param planned names the statements whose plans the connection keeps; absent where it keeps none */
  constructor(
    private readonly runner: QueryRunner,
    private readonly planned?: PlannedStatements,
  ) {}

  /** Rows of one table, for reading and writing one or a few. Hot paths use {@link query}. */
  rows<R extends ObjectLiteral>(row: new () => R): Repository<R> {
    return this.manager.getRepository(row);
  }

  /** Runs SQL with `$1…` parameters and gives the rows it returns. */
  async query<R = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<R[]> {
    return (await this.run(sql, parameters)).rows as R[];
  }

  /** Runs SQL and gives the number of rows it touched. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    return (await this.run(sql, parameters)).rowCount ?? 0;
  }

  /** For what must only happen when the change is safe; a failure there is the caller's, the change stays. */
  afterCommit(hook: AfterCommit): void {
    this.hooks.push(hook);
  }

  async committed(): Promise<void> {
    for (const hook of this.hooks) await hook();
  }

  private async run(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ rows: QueryResultRow[]; rowCount: number | null | undefined }> {
    const name = this.planned?.nameOf(sql);
    if (name === undefined) {
      const { records, affected } = await this.runner.query(sql, [...parameters], true);
      return { rows: records as QueryResultRow[], rowCount: affected };
    }
    const client = (await this.runner.connect()) as ClientBase;
    return client.query({ name, text: sql, values: [...parameters] });
  }

  private get manager(): EntityManager {
    return this.runner.manager;
  }
}
