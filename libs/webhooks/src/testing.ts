import { campaignsParts } from '#lib/campaigns/testing';
import { WebhooksHttpModule } from './http.js';
import { webhooksJobs } from './jobs.js';
import { WebhooksModule } from './webhooks.module.js';

/** What `startApp` needs for webhooks and everything below; spread it and add your own. */
export const webhooksParts: typeof campaignsParts = {
  ...campaignsParts,
  modules: [...campaignsParts.modules, WebhooksModule, WebhooksHttpModule],
  jobs: [...campaignsParts.jobs, webhooksJobs],
};
