import type { Purpose } from '#lib/kernel';
import type { LibraryJobs } from './library-jobs.js';

/** One thing that the platform does by itself, and for what. */
export interface Processing {
  /** Name of the job, of the fact with its listener, or of the sweep. */
  readonly name: string;
  readonly purpose: Purpose;
}

/** Everything that these libraries do by themselves. @clause P2 範囲内利用 */
export const processingOf = (libraries: readonly LibraryJobs[]): Processing[] =>
  libraries.flatMap(({ purpose, jobs = [], facts = [], sweeps = [] }) => [
    ...[...jobs, ...facts].map((binding) => ({
      name: binding.type.name,
      purpose: binding.purpose ?? purpose,
    })),
    ...sweeps.map((sweep) => ({ name: sweep.useCase.name, purpose: sweep.purpose ?? purpose })),
  ]);
