import type { Purpose } from '#lib/kernel';
import type { FactType, JobData, JobType } from './job-type.js';

/** A use case that a job calls. */
export type Handler<D> = abstract new (...dependencies: never[]) => {
  execute(data: D): Promise<unknown>;
};

/** A binding may work for another purpose than the rest of its library. */
interface ForPurpose {
  readonly purpose: Purpose | undefined;
}

export interface JobBinding extends ForPurpose {
  readonly type: JobType<never>;
  readonly useCase: Handler<never>;
}

export interface FactBinding extends JobBinding {
  readonly fact: string;
}

export interface SweepBinding extends ForPurpose {
  readonly everySeconds: number;
  readonly useCase: Handler<undefined>;
}

/** The table of a library: what runs when a job is due, when a fact is told, and every so often. */
export interface LibraryJobs {
  /** For what the library processes personal data, where a binding says nothing else. @clause P2 範囲内利用 */
  readonly purpose: Purpose;
  readonly jobs?: readonly JobBinding[];
  readonly facts?: readonly FactBinding[];
  readonly sweeps?: readonly SweepBinding[];
}

/** Runs the use case when the job is due. */
export const handle = <D extends JobData>(
  type: JobType<D>,
  useCase: Handler<D>,
  purpose?: Purpose,
): JobBinding => ({ type, useCase, purpose });

/** Runs the use case for each fact told, with retries of its own. */
export const when = <D extends JobData>(
  fact: FactType<D>,
  useCase: Handler<D>,
  purpose?: Purpose,
): FactBinding => ({
  fact: fact.name,
  useCase,
  purpose,
  type: {
    name: `${fact.name}.${useCase.name}`,
    queue: 'facts',
    attempts: 12,
    backoffMs: 1000,
    yields: false,
    keyOf: () => '',
  },
});

/** Runs the use case again and again, in one process at a time: what a lost queue forgot, what time alone decides. */
export const every = (
  seconds: number,
  useCase: Handler<undefined>,
  purpose?: Purpose,
): SweepBinding => ({
  everySeconds: seconds,
  useCase,
  purpose,
});
