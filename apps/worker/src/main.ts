import { SystemClock } from '#lib/kernel';
import { processConfig } from '../../process-config.js';
import { run } from '../../run.js';
import { startProcess } from '../../start-process.js';
import { WorkerModule } from './worker.module.js';

await run(async () => {
  await startProcess(WorkerModule.of(processConfig(), new SystemClock()));
});
