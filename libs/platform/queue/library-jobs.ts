import type { FactType, JobData, JobType } from './job-type.js';

/** A use case that a job calls. */
export type Handler<D> = abstract new (...dependencies: never[]) => {
  execute(data: D): Promise<unknown>;
};

export interface JobBinding {
  readonly type: JobType<never>;
  readonly useCase: Handler<never>;
}

export interface FactBinding extends JobBinding {
  readonly fact: string;
}

export interface SweepBinding {
  readonly everySeconds: number;
  readonly useCase: Handler<undefined>;
}

/** The table of a library: what runs when a job is due, when a fact is told, and every so often. */
export interface LibraryJobs {
  readonly jobs?: readonly JobBinding[];
  readonly facts?: readonly FactBinding[];
  readonly sweeps?: readonly SweepBinding[];
}

/** Runs the use case when the job is due. */
export const handle = <D extends JobData>(type: JobType<D>, useCase: Handler<D>): JobBinding => ({
  type: type,
  useCase: useCase,
});

/** Runs the use case for each fact told, with retries of its own. */
export const when = <D extends JobData>(fact: FactType<D>, useCase: Handler<D>): FactBinding => ({
  fact: fact.name,
  useCase: useCase,
  type: {
    name: `${fact.name}.${useCase.name}`,
    queue: 'facts',
    attempts: 12,
    backoffMs: 1000,
    keyOf: () => '',
  },
});

/** Runs the use case again and again, in one process at a time: what a lost queue forgot, what time alone decides. */
export const every = (seconds: number, useCase: Handler<undefined>): SweepBinding => ({
  everySeconds: seconds,
  useCase,
});
