import { CloseFigures, RunNow } from '#lib/billing';
import { processConfig } from '../../process-config.js';
import { run } from '../../run.js';
import { startProcess } from '../../start-process.js';
import { CloseModule } from './close.module.js';
import { readCommand } from './read-command.js';

/**
 * Closes a month for all tenants and issues the invoices of the run after it. What was done before is left alone, so
 * that it can be killed and started again. The last line says what there was to do, and what it took; the process ends
 * with 1 when something broke at a tenant.
 */
await run(async () => {
  const { month, clock } = readCommand(process.argv.slice(2));
  const app = await startProcess(CloseModule.of(processConfig(), clock));
  try {
    const started = process.hrtime.bigint();
    const runMonth = month.add({ months: 1 });
    const looked = await app.get(RunNow).execute({ month: runMonth, actor: { kind: 'system' } });
    const seconds = Number((process.hrtime.bigint() - started) / 1_000_000n) / 1000;
    const figures = await app.get(CloseFigures).execute(runMonth);
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    process.stdout.write(`${JSON.stringify({ ...figures, ...looked, seconds, peakRssMb })}\n`);
    if (looked.failed > 0) process.exitCode = 1;
  } finally {
    await app.close();
  }
});
