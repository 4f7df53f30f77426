import { AddOperator, Tenants } from '#lib/accounts';
import { SystemClock } from '#lib/kernel';
import type { Config } from '#platform/config';
import { calendarOf, pastDays } from './calendar.js';
import type { DaysAgo } from './calendar.js';
import { Chance } from './chance.js';
import { growthOf, troubleOf } from './growth.js';
import { happen } from './happening.js';
import type { Happening } from './happening.js';
import { demoLogIns } from './log-ins.js';
import type { LogIn } from './log-ins.js';
import { mailingsOf } from './mailings.js';
import { openShop } from './open-shop.js';
import { Progress } from './progress.js';
import { whileMarked } from './seeding-marker.js';
import { demoShops } from './shops.js';
import type { DemoShop } from './shops.js';
import { Stage } from './stage.js';

/** Fills an empty database with three months that end now, by the platform's own use cases; a filled one stays. */
export const seedDemo = async (config: Config, dataDir: string): Promise<void> => {
  const today = new SystemClock();
  const daysAgo = calendarOf(today.now());
  const stage = await Stage.open(config, dataDir, daysAgo(pastDays, 7));
  try {
    if (await stage.get(Tenants).bySlug(demoShops[0]?.slug ?? '')) return;
    await whileMarked(dataDir, async () => {
      const happenings = await prepare(stage, demoLogIns(config.get('SECRET_KEY')), daysAgo);
      await happen(stage, happenings, new Progress(sumOf(happenings)));
      stage.clock.set(today.now());
      await stage.sweep();
    });
  } finally {
    await stage.close();
  }
};

const prepare = async (
  stage: Stage,
  logIns: readonly LogIn[],
  daysAgo: DaysAgo,
): Promise<Happening[]> => {
  for (const { role, name, email, password } of logIns)
    if (role === 'admin') await stage.get(AddOperator).execute({ role, name, email, password });
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
  return shop.newsletters.flatMap((newsletter, i) => {
    const newsletterId = newsletterIds[i] ?? '';
    const open = { ...newsletter, tenantId, newsletterId, tenant: shop.slug };
    const chance = new Chance(newsletter.readers);
    return [
      ...growthOf(stage, open, chance, daysAgo),
      ...troubleOf(stage, open, chance, daysAgo),
      ...mailingsOf(stage, open, editor, chance, daysAgo),
    ];
  });
};

const sumOf = (happenings: readonly Happening[]): number =>
  happenings.reduce((sum, { weight }) => sum + weight, 0);
