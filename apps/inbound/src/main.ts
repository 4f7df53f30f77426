import { SystemClock } from '#lib/kernel';
import { processConfig } from '../../process-config.js';
import { run } from '../../run.js';
import { startProcess } from '../../start-process.js';
import { InboundProcessModule } from './inbound-process.module.js';

await run(async () => {
  await startProcess(InboundProcessModule.of(processConfig(), new SystemClock()));
});
