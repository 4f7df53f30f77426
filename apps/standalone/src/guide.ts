import { Tenants } from '#lib/accounts';
import type { HomeLink } from '#lib/operations/http';
import type { INestApplication } from '@nestjs/common';
import { demoShops } from './demo/shops.js';

const mailbox: HomeLink = {
  path: '/mailbox',
  label: { ja: 'ローカルメールボックス', en: 'Local mailbox' },
};

/** What only this program serves: the mailbox, and the sign-up pages of those demo shops that are there. */
export const guide = async (app: INestApplication, usesMailbox: boolean): Promise<HomeLink[]> => {
  const signUpPages: HomeLink[] = [];
  for (const { slug, name, newsletters } of demoShops)
    if (await app.get(Tenants, { strict: false }).bySlug(slug))
      for (const { slug: newsletter, title } of newsletters)
        signUpPages.push({
          path: `/t/${slug}/${newsletter}`,
          label: { ja: `${name}「${title}」登録ページ`, en: `Sign-up page of ${name}: ${title}` },
        });
  return [...signUpPages, ...(usesMailbox ? [mailbox] : [])];
};
