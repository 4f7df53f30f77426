import { AddMember, RegisterTenant, SetSenderProfile } from '#lib/accounts';
import { ChangeDetails, OpenContract } from '#lib/contracts';
import { jstDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { CreateNewsletter, PublishForm, SaveFormDraft } from '#lib/subscribers';
import type { FormContent } from '#lib/subscribers';
import type { LogIn } from './log-ins.js';
import type { DemoNewsletter, DemoShop } from './shops/demo-shop.js';
import type { Stage } from './stage.js';

const actor = { kind: 'system' } as const;

/** A shop with its contract, people, newsletters and forms. Gives the newsletters' ids in their order. */
export const openShop = async (
  stage: Stage,
  shop: DemoShop,
  logIns: readonly LogIn[],
): Promise<{ tenantId: TenantId; newsletterIds: string[] }> => {
  const { slug, name, profile, newsletters } = shop;
  const tenantId = await stage.get(RegisterTenant).execute({ slug, name, locale: 'ja' });
  const serviceStartDate = jstDate(stage.clock.now());
  await stage.get(OpenContract).execute({ tenantId, serviceStartDate });
  await stage.get(ChangeDetails).notify({
    tenantId,
    actor,
    plannedDate: serviceStartDate,
    changes: {
      postalAddress: profile.legal?.postalAddress ?? '',
      email: `owner@${slug}.test`,
      contactPerson:
        logIns.find(({ tenant, role }) => tenant === slug && role === 'owner')?.name ?? '',
    },
  });
  await stage.get(SetSenderProfile).execute({ tenantId, actor, profile });
  for (const { tenant, role, ...member } of logIns)
    if (tenant === slug && role !== 'admin')
      await stage.get(AddMember).execute({ tenantId, role, ...member });
  const newsletterIds: string[] = [];
  for (const newsletter of newsletters)
    newsletterIds.push(await openNewsletter(stage, tenantId, shop.profile.senderName, newsletter));
  return { tenantId, newsletterIds };
};

const openNewsletter = async (
  stage: Stage,
  tenantId: TenantId,
  sender: string,
  newsletter: DemoNewsletter,
): Promise<string> => {
  const { slug, title } = newsletter;
  const wish = { tenantId, actor, slug, title, locale: 'ja' } as const;
  const newsletterId = await stage.get(CreateNewsletter).execute(wish);
  const content = formOf(sender, newsletter);
  await stage.get(SaveFormDraft).execute({ tenantId, newsletterId, content, revision: undefined });
  await stage.get(PublishForm).execute({ tenantId, actor, newsletterId });
  return newsletterId;
};

const formOf = (sender: string, { title, intro, fields }: DemoNewsletter): FormContent => ({
  intro,
  fields,
  notice: {
    ja: `ご登録の情報は${sender}が管理し、「${title}」の配信のためにのみ利用します。アクセスの記録を保存します。`,
    en: `${sender} keeps your details for sending "${title}" only. Access is logged.`,
  },
  consent: {
    ja: `広告を含む「${title}」の受信に同意します。`,
    en: `I agree to receive "${title}", which includes advertising.`,
  },
});
