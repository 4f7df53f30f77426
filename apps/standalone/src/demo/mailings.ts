import type { ReceivedMessage } from '#lib/mailbox';
import { draftCampaign } from './campaigns.js';
import { pastDays } from './calendar.js';
import type { DaysAgo } from './calendar.js';
import type { Chance } from './chance.js';
import type { Happening } from './happening.js';
import type { LogIn } from './log-ins.js';
import { react } from './reactions.js';
import type { OpenNewsletter } from './sign-ups.js';
import type { Stage } from './stage.js';

const hourMs = 3_600_000;
const hoursOfReading = [2, 5, 11, 28];

/** The campaigns of a newsletter: written the day before, sent on the hour, read in the hours that follow. */
export const mailingsOf = (
  stage: Stage,
  newsletter: OpenNewsletter,
  editor: LogIn,
  chance: Chance,
  daysAgo: DaysAgo,
): Happening[] =>
  newsletter.campaigns.flatMap((campaign) => {
    const { daysAgo: days = 0, hour = 10 } = campaign;
    const launch = daysAgo(days, hour);
    const write: Happening = {
      at: daysAgo(Math.max(days, 0) + 1, 16, 40),
      weight: 10,
      run: async () => {
        const schedule = await draftCampaign(stage, editor, newsletter.newsletterId, campaign);
        if (days !== 0) await schedule(launch);
      },
    };
    const mails = (newsletter.readers * (pastDays - days)) / pastDays;
    return days > 0 ? [write, ...courseOf(stage, launch, mails, chance)] : [write];
  });

/** The launch, the retries after it, and the readers. */
const courseOf = (stage: Stage, launch: Date, mails: number, chance: Chance): Happening[] => {
  const after = (hours: number): Date => new Date(launch.getTime() + hours * hourMs);
  let arrived: ReceivedMessage[] = [];
  const send = async (): Promise<void> => {
    const last = stage.mailbox.find()[0]?.id ?? '';
    await stage.settle();
    arrived = stage.mailbox
      .find()
      .filter(({ id, to }) => id > last && !to[0]?.startsWith('bounce-'));
  };
  const reading = hoursOfReading.map((hours, turn) => ({
    at: after(hours),
    weight: mails / 4,
    run: () => {
      const now = arrived.filter((_, i) => i % hoursOfReading.length === turn);
      return react(stage, now, chance);
    },
  }));
  return [
    { at: launch, weight: mails, run: send },
    { at: after(1), weight: 5, run: () => stage.sweep() },
    ...reading,
  ];
};
