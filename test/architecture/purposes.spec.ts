import { purposeCodes } from '#lib/kernel';
import { personalPurposes } from '#lib/privacy';
import { every, fact, handle, job, processingOf, when } from '#platform/queue';
import type { LibraryJobs, Processing } from '#platform/queue';
import { describe, expect, it } from '@jest/globals';
import { jobs } from '../../apps/libraries.js';

/** What works for no purpose of the list, or says none. */
const aimless = (all: readonly Processing[]): string[] =>
  all.filter(({ purpose }) => !purposeCodes.includes(purpose)).map(({ name }) => name);

class Greet {
  execute(): Promise<void> {
    return Promise.resolve();
  }
}

const greet = job<{ who: string }>({ name: 'greet', queue: 'control', keyOf: ({ who }) => who });

describe('everything that the platform does by itself', () => {
  it('says for which purpose it does it', () => {
    const all = processingOf(jobs);
    process.stdout.write(`purposes: ${all.length} jobs, listeners and sweeps\n`);
    expect(all.length).toBeGreaterThan(60);
    expect(aimless(all)).toEqual([]);
  });

  it('works for purposes for which personal data is held', () => {
    const used = new Set(processingOf(jobs).map(({ purpose }) => purpose));
    expect([...used].filter((purpose) => !personalPurposes().has(purpose))).toEqual([]);
  });

  it('would be missed if it said none', () => {
    const untyped: unknown = {
      jobs: [handle(greet, Greet), handle(greet, Greet, 'SECURITY')],
      facts: [when(fact<{ who: string }>('greeted'), Greet)],
      sweeps: [every(60, Greet)],
    };
    expect(aimless(processingOf([untyped as LibraryJobs]))).toEqual([
      'greet',
      'greeted.Greet',
      'Greet',
    ]);
  });
});
