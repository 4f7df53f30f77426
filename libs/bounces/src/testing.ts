import { contractsParts } from '#lib/contracts/testing';
import { DeliveryModule } from '#lib/delivery';
import { deliveryJobs } from '#lib/delivery/jobs';
import { SubscribersModule } from '#lib/subscribers';
import { subscribersJobs } from '#lib/subscribers/jobs';
import type { LibraryJobs } from '#platform/queue';
import type { Type } from '@nestjs/common';
import { BouncesModule } from './bounces.module.js';
import { BouncesHttpModule } from './http.js';
import { bouncesJobs } from './jobs.js';

export { aMail, aReport, aReportOf } from './testing/report.builder.js';

/** What `startApp` needs for bounces and everything below; spread it and add your own. */
export const bouncesParts: {
  readonly modules: Type[];
  readonly jobs: LibraryJobs[];
  readonly pages: string[];
} = {
  ...contractsParts,
  modules: [
    ...contractsParts.modules,
    SubscribersModule,
    DeliveryModule,
    BouncesModule,
    BouncesHttpModule,
  ],
  jobs: [...contractsParts.jobs, subscribersJobs, deliveryJobs, bouncesJobs],
};
