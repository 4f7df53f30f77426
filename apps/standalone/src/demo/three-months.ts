import { pastDays } from './calendar.js';
import type { DaysAgo } from './calendar.js';
import { Chance } from './chance.js';
import { growthOf, troubleOf } from './growth.js';
import type { Happening } from './happening.js';
import type { LogIn } from './log-ins.js';
import { mailingsOf } from './mailings.js';
import { moneyOf } from './money.js';
import { openProvider } from './open-provider.js';
import { openShop } from './open-shop.js';
import { demoShops } from './shops.js';
import type { DemoShop } from './shops/demo-shop.js';
import type { Stage } from './stage.js';

/** Opens the provider and the shops, and gives everything that happened in them since. */
export const threeMonths = async (
  stage: Stage,
  logIns: readonly LogIn[],
  daysAgo: DaysAgo,
): Promise<Happening[]> => {
  await openProvider(stage, logIns);
  const happenings: Happening[] = [];
  for (const shop of demoShops) happenings.push(...(await lifeOf(stage, shop, logIns, daysAgo)));
  const weeks = Array.from({ length: Math.floor(pastDays / 7) }, (_, week) => (week + 1) * 7);
  const sweeps = weeks.map((days) => ({
    at: daysAgo(days, 3),
    weight: 5,
    run: () => stage.sweep(),
  }));
  return [...happenings, ...sweeps];
};

const lifeOf = async (
  stage: Stage,
  shop: DemoShop,
  logIns: readonly LogIn[],
  daysAgo: DaysAgo,
): Promise<Happening[]> => {
  const { tenantId, newsletterIds } = await openShop(stage, shop, logIns);
  const editor = logIns.find(({ tenant, role }) => tenant === shop.slug && role === 'editor');
  if (!editor) throw new Error(`nobody edits for ${shop.slug}`);
  const life = shop.newsletters.flatMap((newsletter, i) => {
    const newsletterId = newsletterIds[i] ?? '';
    const open = { ...newsletter, tenantId, newsletterId, tenant: shop.slug };
    const chance = new Chance(newsletter.readers);
    return [
      ...growthOf(stage, open, chance, daysAgo),
      ...troubleOf(stage, open, chance, daysAgo),
      ...mailingsOf(stage, open, editor, chance, daysAgo),
    ];
  });
  return [...life, ...moneyOf(stage, tenantId, daysAgo)];
};
