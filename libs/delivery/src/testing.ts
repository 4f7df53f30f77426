import { contractsParts } from '#lib/contracts/testing';
import { newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { SubscribersModule } from '#lib/subscribers';
import type { Condition } from '#lib/subscribers';
import { subscribersJobs } from '#lib/subscribers/jobs';
import { Database } from '#platform/database';
import type { LibraryJobs } from '#platform/queue';
import type { Type } from '@nestjs/common';
import { DeliveryHttpModule } from './delivery.http.module.js';
import { DeliveryModule } from './delivery.module.js';
import type { AfterCrash, MailingContent } from './domain/mailing-content.js';
import { deliveryJobs } from './jobs.js';
import { LaunchMailing } from './use-cases/launch-mailing.js';
import { MailingProgress } from './use-cases/mailing-progress.js';
import type { Progress } from './use-cases/mailing-progress.js';

interface App {
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
}

/** What `startApp` needs for delivery and everything below; spread it and add your own. */
export const deliveryParts: {
  readonly modules: Type[];
  readonly jobs: LibraryJobs[];
  readonly pages: string[];
} = {
  modules: [...contractsParts.modules, SubscribersModule, DeliveryModule, DeliveryHttpModule],
  jobs: [...contractsParts.jobs, subscribersJobs, deliveryJobs],
  pages: contractsParts.pages,
};

/** A short content that may be sent. */
export const aContent = (
  newsletterId: string,
  over: Partial<MailingContent> = {},
): MailingContent => ({
  subject: '春のお知らせ',
  preheader: '',
  text: '{{ subscriber.name | default: "お客様" }} こんにちは。',
  html: null,
  newsletterIds: [newsletterId],
  sender: { name: 'テスト商店', fromAddress: 'news@example.jp', replyTo: null },
  footer: {
    text: 'テスト商店\n配信停止: {{ links.unsubscribe }}',
    html: '<p>テスト商店 <a href="{{ links.unsubscribe }}">配信停止</a></p>',
  },
  tracking: false,
  locale: 'ja',
  ...over,
});

/** Launches a mailing to everybody on the content's newsletters who meets the condition. Gives the campaign's id. */
export const aMailing = async (
  app: App,
  tenantId: TenantId,
  content: MailingContent,
  { condition = null, ...options }: { afterCrash?: AfterCrash; condition?: Condition | null } = {},
): Promise<string> => {
  const campaignId = newId(new Date(1_790_000_000_000));
  const target = { newsletterIds: [...content.newsletterIds], condition };
  await app
    .get(Database)
    .inTenant(tenantId, (tx) =>
      app.get(LaunchMailing).within(tx, { tenantId, campaignId, content, target, ...options }),
    );
  return campaignId;
};

export const progressOf = (app: App, tenantId: TenantId, campaignId: string): Promise<Progress> =>
  app
    .get(Database)
    .inTenant(tenantId, (tx) => app.get(MailingProgress).read(tx, tenantId, campaignId));
