import { Tenants } from '#lib/accounts';
import { SystemClock } from '#lib/kernel';
import type { Config } from '#platform/config';
import { PlainProblem } from '../../../plain-problem.js';
import { calendarOf, pastDays } from './calendar.js';
import { happen } from './happening.js';
import { demoLogIns } from './log-ins.js';
import { Progress } from './progress.js';
import { wasInterrupted, whileMarked } from './seeding-marker.js';
import { demoShops } from './shops.js';
import { Stage } from './stage.js';
import { threeMonths } from './three-months.js';

/** Fills an empty database with three months that end now, by the platform's own use cases; a filled one stays. */
export const seedDemo = async (config: Config, dataDir: string): Promise<void> => {
  const today = new SystemClock();
  const daysAgo = calendarOf(today.now());
  const stage = await Stage.open(config, dataDir, daysAgo(pastDays, 7));
  try {
    if (await stage.get(Tenants).bySlug(demoShops[0]?.slug ?? '')) {
      if (await wasInterrupted(dataDir)) throw halfWritten();
      return;
    }
    await whileMarked(dataDir, async () => {
      const happenings = await threeMonths(stage, demoLogIns(config.get('SECRET_KEY')), daysAgo);
      await happen(stage, happenings, new Progress(happenings));
      stage.clock.set(today.now());
      await stage.sweep();
    });
  } finally {
    await stage.close();
  }
};

/** An embedded server was begun anew before; somebody else's database is not ours to empty. */
const halfWritten = (): PlainProblem =>
  new PlainProblem(
    'デモの作成が途中で終わっています。DATABASE_URL のデータベースを空にして起動し直してください。',
    'Writing the demo was interrupted: empty the database of DATABASE_URL, then start again.',
  );
