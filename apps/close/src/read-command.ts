import { MovableClock, SystemClock, YearMonth } from '#lib/kernel';
import type { Clock } from '#lib/kernel';
import { parseArgs } from 'node:util';
import { PlainProblem } from '../../plain-problem.js';

interface CloseCommand {
  /** The month whose peaks are closed; the run is that of the month after. */
  readonly month: YearMonth;
  readonly clock: Clock;
}

/** @throws PlainProblem that says how the command is written */
export const readCommand = (words: readonly string[]): CloseCommand => {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { month: { type: 'string' }, at: { type: 'string' } },
    });
    const month = YearMonth.from(values.month ?? '');
    return { month, clock: values.at ? new MovableClock(values.at) : new SystemClock() };
  } catch {
    throw new PlainProblem(
      '使い方: billing:close --month 2026-07 [--at 2026-08-11T00:00:00+09:00]',
      'Usage: billing:close --month 2026-07 [--at 2026-08-11T00:00:00+09:00]',
    );
  }
};
