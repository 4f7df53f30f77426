import { SystemClock } from '#lib/kernel';
import { assertQueue } from '../../assert-queue.js';
import { processConfig } from '../../process-config.js';
import { run } from '../../run.js';
import { startProcess } from '../../start-process.js';
import { WorkerModule } from './worker.module.js';

await run(async () => {
  const config = processConfig();
  await assertQueue(config.get('QUEUE_URL'));
  await startProcess(WorkerModule.of(config, new SystemClock()));
});
