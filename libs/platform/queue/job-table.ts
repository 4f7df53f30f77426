import { declaredJobs } from './job-type.js';
import type { FactBinding, JobBinding, LibraryJobs, SweepBinding } from './library-jobs.js';

/** All libraries' tables in one. Building it fails when a declared job has no handler or two. */
export class JobTable {
  readonly sweeps: readonly SweepBinding[];
  private readonly byName = new Map<string, JobBinding>();
  private readonly byFact = new Map<string, FactBinding[]>();

  constructor(libraries: readonly LibraryJobs[]) {
    this.sweeps = libraries.flatMap((library) => library.sweeps ?? []);
    for (const library of libraries) {
      for (const binding of library.jobs ?? []) this.add(binding);
      for (const binding of library.facts ?? []) {
        this.add(binding);
        this.byFact.set(binding.fact, [...(this.byFact.get(binding.fact) ?? []), binding]);
      }
    }
    const orphans = declaredJobs().filter((name) => !this.byName.has(name));
    if (orphans.length > 0) throw new Error(`Jobs without a handler: ${orphans.join(', ')}`);
  }

  get(name: string): JobBinding {
    const binding = this.byName.get(name);
    if (!binding) throw new Error(`No handler for the job ${name}`);
    return binding;
  }

  all(): readonly JobBinding[] {
    return [...this.byName.values()];
  }

  listenersOf(fact: string): readonly FactBinding[] {
    return this.byFact.get(fact) ?? [];
  }

  private add(binding: JobBinding): void {
    if (this.byName.has(binding.type.name))
      throw new Error(`Two handlers for the job ${binding.type.name}`);
    this.byName.set(binding.type.name, binding);
  }
}
