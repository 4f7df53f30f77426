import { deliveryParts } from '#lib/delivery/testing';
import type { LibraryJobs } from '#platform/queue';
import type { Type } from '@nestjs/common';
import { BouncesModule } from './bounces.module.js';
import { BouncesHttpModule } from './http.js';
import { bouncesJobs } from './jobs.js';

export { bounceScene } from './testing/bounce-scene.js';
export type { BounceScene } from './testing/bounce-scene.js';
export { tryAlteredTokens } from './testing/altered-tokens.js';
export { mutantOf } from './testing/mutants.js';
export { aMail, aReport, aReportOf } from './testing/report.builder.js';

/** What `startApp` needs for bounces and everything below; spread it and add your own. */
export const bouncesParts: {
  readonly modules: Type[];
  readonly jobs: LibraryJobs[];
  readonly pages: string[];
} = {
  ...deliveryParts,
  modules: [...deliveryParts.modules, BouncesModule, BouncesHttpModule],
  jobs: [...deliveryParts.jobs, bouncesJobs],
};
