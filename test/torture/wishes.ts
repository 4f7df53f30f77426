/**
 * What people wish while mails leave. Campaigns planned for awkward instants leave once and in the right month (T13),
 * submitted twice within 50 ms they leave once (T14), cancelled at a random moment no more leave than were under way
 * and the figures are the relay's (T15), and who unsubscribes gets nothing more than a second later (T42).
 * `npm run torture:wishes -- --case calendar|double|cancel|unsubscribe --rounds R [--quick]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { cancelling } from './wishes/cancelling.js';
import { doubleSubmits } from './wishes/double-submits.js';
import { awkwardInstants } from './wishes/awkward-instants.js';
import { unsubscribing } from './wishes/unsubscribing.js';

const { values } = parseArgs({
  options: {
    case: { type: 'string', default: 'double' },
    rounds: { type: 'string', default: '1000' },
    quick: { type: 'boolean', default: false },
  },
});

const cases: Record<string, { readonly quick: number; run(rounds: number): Promise<void> }> = {
  calendar: { quick: 1, run: awkwardInstants },
  double: { quick: 50, run: doubleSubmits },
  cancel: { quick: 10, run: cancelling },
  unsubscribe: { quick: 100, run: unsubscribing },
};
const chosen = cases[values.case];
if (!chosen) throw new Error('--case is calendar, double, cancel or unsubscribe');
await chosen.run(values.quick ? chosen.quick : Number(values.rounds));
