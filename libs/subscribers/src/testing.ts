import { asTenantId, emailAddress } from '#lib/kernel';
import type { Locale, TenantId } from '#lib/kernel';
import { contractsParts } from '#lib/contracts/testing';
import { Database } from '#platform/database';
import type { FieldDefinition, FieldValues } from './domain/form-field.js';
import type { FormContent } from './domain/form.js';
import { SubscribersHttpModule, subscribersPages } from './http.js';
import { subscribersJobs } from './jobs.js';
import { SubscribersModule } from './subscribers.module.js';
import { ConfirmOptIn } from './use-cases/confirm-opt-in.js';
import { CreateNewsletter } from './use-cases/create-newsletter.js';
import { PublishForm } from './use-cases/publish-form.js';
import { RequestOptIn } from './use-cases/request-opt-in.js';
import { SaveFormDraft } from './use-cases/save-form-draft.js';

export { insertReaders, readersOf } from './testing/readers.js';

/** What `startApp` needs for subscribers and everything below; spread it and add your own. */
export const subscribersParts: typeof contractsParts = {
  modules: [...contractsParts.modules, SubscribersModule, SubscribersHttpModule],
  jobs: [...contractsParts.jobs, subscribersJobs],
  pages: [...contractsParts.pages, subscribersPages],
};

/** The part of a running application that builders need. */
interface App {
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
}

interface NewsletterWish {
  readonly slug?: string;
  readonly title?: string;
  readonly locale?: Locale;
  readonly fields?: readonly FieldDefinition[];
  readonly form?: Partial<FormContent>;
}

export const aForm = (form: Partial<FormContent> = {}): FormContent => ({
  fields: [],
  intro: { ja: '旬の話題をお届けします。', en: 'News of the season.' },
  notice: {
    ja: '登録情報は当店が管理し、メールマガジンの配信にのみ利用します。アクセス記録を保存します。',
    en: 'We keep your details for sending this newsletter only. Access is logged.',
  },
  consent: {
    ja: '広告を含むメールマガジンの受信に同意します。',
    en: 'I agree to receive this newsletter, which includes advertising.',
  },
  ...form,
});

/** A newsletter with a published form, through the real use cases. Gives its id. */
export const aNewsletter = async (
  app: App,
  tenantId: TenantId | string,
  wish: NewsletterWish = {},
): Promise<string> => {
  const tenant = asTenantId(tenantId);
  const actor = { kind: 'system' } as const;
  const newsletterId = await app.get(CreateNewsletter).execute({
    tenantId: tenant,
    actor,
    slug: wish.slug ?? 'news',
    title: wish.title ?? '季節のたより',
    locale: wish.locale ?? 'ja',
  });
  const content = aForm({ ...wish.form, ...(wish.fields && { fields: wish.fields }) });
  const draft = { tenantId: tenant, newsletterId, content, revision: undefined };
  await app.get(SaveFormDraft).execute(draft);
  await app.get(PublishForm).execute({ tenantId: tenant, actor, newsletterId });
  return newsletterId;
};

const chunk = 100;

/**
 * Active subscribers, each asked for and confirmed by the real rules, without mails. A number makes addresses
 * `reader1@example.jp`, `reader2@example.jp`… Some thousand take a few seconds.
 */
export const someSubscribers = async (
  app: App,
  tenantId: TenantId | string,
  newsletterId: string,
  who: number | readonly string[],
  fields: FieldValues | ((index: number) => FieldValues) = {},
): Promise<void> => {
  const addresses =
    typeof who === 'number'
      ? Array.from({ length: who }, (_, i) => `reader${i + 1}@example.jp`)
      : who;
  for (let start = 0; start < addresses.length; start += chunk)
    await app.get(Database).inTenant(asTenantId(tenantId), async (tx) => {
      for (const [i, text] of addresses.slice(start, start + chunk).entries()) {
        const outcome = await app.get(RequestOptIn).within(tx, {
          tenantId: asTenantId(tenantId),
          newsletterId,
          formNumber: 1,
          address: emailAddress(text),
          fields: typeof fields === 'function' ? fields(start + i) : fields,
          ip: '192.0.2.1',
          userAgent: 'builder',
        });
        if (outcome.kind !== 'confirm') throw new Error(`cannot subscribe: ${outcome.kind}`);
        const { requestId } = outcome;
        const confirmation = { tenantId: asTenantId(tenantId), requestId };
        const seen = { ip: '192.0.2.1', userAgent: 'builder' };
        await app.get(ConfirmOptIn).within(tx, { ...confirmation, ...seen });
      }
    });
};
