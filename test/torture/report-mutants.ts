/**
 * Reads broken reports, one after the other. Times are the processor's, so that a busy machine does not count.
 * `npm run torture:reports -- --mutants N [--seed S]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readReport } from '#lib/bounces';
import { mutantOf } from '#lib/bounces/testing';
import { verdict } from './verdict.js';

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
const mutants = Number(values.mutants);
const firstSeed = Number(values.seed);
const mostMs = 50;
const mostHeapMiB = 64;

const collect = (): void => globalThis.gc?.();
const heapMiB = (): number => process.memoryUsage().heapUsed / 1_048_576;
const rounded = (value: number): number => Math.round(value * 100) / 100;

collect();
const heapBefore = heapMiB();
const kinds: Record<string, number> = {};
const exceptions: string[] = [];
const times: number[] = [];
let largest = 0;
for (let seed = firstSeed; seed < firstSeed + mutants; seed++) {
  const raw = mutantOf(seed);
  largest = Math.max(largest, raw.length);
  const before = process.cpuUsage();
  try {
    const { kind } = readReport(raw);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  } catch (error) {
    exceptions.push(`${seed}: ${String(error)}`);
  }
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1000);
}
collect();

times.sort((a, b) => a - b);
const percentile = (share: number): number =>
  rounded(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
const heapGrowthMiB = rounded(heapMiB() - heapBefore);
const peakRssMiB = rounded(process.resourceUsage().maxRSS / 1024);
const ms = { p50: percentile(0.5), p99: percentile(0.99), max: percentile(1) };
for (const exception of exceptions.slice(0, 20)) console.error(exception);
verdict(
  {
    mutants,
    exceptions: exceptions.length,
    kinds,
    ms,
    largestBytes: largest,
    heapGrowthMiB,
    peakRssMiB,
  },
  exceptions.length === 0 && ms.p99 <= mostMs && heapGrowthMiB <= mostHeapMiB,
);
