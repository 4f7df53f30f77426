import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '#lib/bounces';
import type { Report } from '#lib/bounces';
import { score } from './bounce-truth.js';
import type { TruthRow } from './bounce-truth.js';

/**
 * Scores the reader of reports on a collection of messages with known answers:
 * `npm run score:bounces -- DIR [--json]`. DIR holds messages/ and truth.json. The last line is the result; without
 * `--json` each wrong answer is printed before it.
 */
const [dir, ...options] = process.argv.slice(2);
if (dir === undefined) throw new Error('Usage: npm run score:bounces -- DIR [--json]');

/** A collection may leave out what it does not state. */
const unstated: Omit<TruthRow, 'file'> = {
  ...{ index: 1, kind: null, recipient: null, status: null, replyCode: null, reason: null },
  ...{ hard: null, soft: null, about: null, agreedBy: [] },
};
const truth = readFileSync(join(dir, 'truth.json'), 'utf8');
const rows = (JSON.parse(truth) as Partial<TruthRow>[]).map(
  (row) => ({ ...unstated, ...row }) as TruthRow,
);
const reports = new Map<string, Report | Error>();
let readMs = 0;
for (const file of new Set(rows.map((row) => row.file))) {
  const raw = readFileSync(join(dir, 'messages', file));
  const before = performance.now();
  try {
    reports.set(file, readReport(raw));
  } catch (error) {
    reports.set(file, error as Error);
  }
  readMs += performance.now() - before;
}

const { result, wrong } = score(rows, reports);
if (!options.includes('--json')) for (const line of wrong) console.log(line);
const msPerMessage = Math.round((readMs / Math.max(reports.size, 1)) * 1000) / 1000;
console.log(JSON.stringify({ ...result, msPerMessage }));
