import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Log } from '../log/index.js';
import type { JobData } from './job-type.js';
import { JobTable } from './job-table.js';
import type { Handler } from './library-jobs.js';

interface Executable {
  execute(data: unknown): Promise<unknown>;
}

/** Runs jobs and sweeps by calling their use case. The same runner serves queue workers, tests and the demo. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly table: JobTable,
    private readonly modules: ModuleRef,
    private readonly log: Log,
  ) {}

  async run(name: string, data: JobData): Promise<void> {
    await this.useCase(this.table.get(name).useCase).execute(data);
    this.log.event('job.done', { job: name });
  }

  async sweep(useCase: Handler<undefined>): Promise<void> {
    await this.useCase(useCase).execute(undefined);
  }

  /** Fails at boot, not at the first job, when a use case is not provided by any module. */
  assertComplete(bindings: readonly { useCase: Handler<never> }[]): void {
    for (const { useCase } of bindings) this.useCase(useCase);
  }

  private useCase(handler: Handler<never>): Executable {
    return this.modules.get<Executable>(handler, { strict: false });
  }
}
