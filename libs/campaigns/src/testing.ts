import { contractsParts } from '#lib/contracts/testing';
import { DeliveryModule } from '#lib/delivery';
import { DeliveryHttpModule } from '#lib/delivery/http';
import { deliveryJobs } from '#lib/delivery/jobs';
import type { TestClient } from '#lib/accounts/testing';
import { SubscribersModule } from '#lib/subscribers';
import { subscribersJobs } from '#lib/subscribers/jobs';
import type { LibraryJobs } from '#platform/queue';
import type { Type } from '@nestjs/common';
import { CampaignsModule } from './campaigns.module.js';
import { CampaignsHttpModule } from './http.js';
import { campaignsJobs } from './jobs.js';

export { race } from './testing/race.js';
export type { RaceResult } from './testing/race.js';

/** What `startApp` needs for campaigns and everything below; spread it and add your own. */
export const campaignsParts: {
  readonly modules: Type[];
  readonly jobs: LibraryJobs[];
  readonly pages: string[];
} = {
  pages: contractsParts.pages,
  modules: [
    ...contractsParts.modules,
    SubscribersModule,
    DeliveryModule,
    DeliveryHttpModule,
    CampaignsModule,
    CampaignsHttpModule,
  ],
  jobs: [...contractsParts.jobs, subscribersJobs, deliveryJobs, campaignsJobs],
};

/** A draft to the newsletter's readers that may be sent as it is. Gives its id. */
export const aDraft = async (
  client: TestClient,
  newsletterId: string,
  changes: object = {},
): Promise<string> => {
  const answer = await client.post('/api/v1/campaigns', {
    subject: '春のお知らせ',
    preheader: '新しい品が入りました',
    text: 'こんにちは。\n\n新しい品が入りました。',
    html: '<p>こんにちは。</p><p>新しい品が入りました。</p>',
    newsletterIds: [newsletterId],
    tracking: false,
    ...changes,
  });
  if (answer.status !== 201) throw new Error(`A draft was answered with ${answer.status}`);
  return (answer.body as { id: string }).id;
};
