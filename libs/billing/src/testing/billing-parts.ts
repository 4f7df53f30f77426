import { contractsParts } from '#lib/contracts/testing';
import { subscribersJobs } from '#lib/subscribers/jobs';
import { BillingModule } from '../billing.module.js';
import { BillingHttpModule } from '../http.js';
import { billingJobs } from '../jobs.js';

/** What `startApp` needs for billing and everything below. */
export const billingParts = {
  ...contractsParts,
  modules: [...contractsParts.modules, BillingModule, BillingHttpModule],
  jobs: [...contractsParts.jobs, subscribersJobs, billingJobs],
};
