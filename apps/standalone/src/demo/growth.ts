import { pastDays } from './calendar.js';
import type { DaysAgo } from './calendar.js';
import type { Chance } from './chance.js';
import type { Happening } from './happening.js';
import { people } from './people.js';
import { signUpByForm, signUpTogether } from './sign-ups.js';
import type { OpenNewsletter } from './sign-ups.js';
import type { Stage } from './stage.js';

/** Moments of a day at which people sign up. */
const hours = [8, 20];

/** More people come the longer the newsletter exists. */
const shareAfter = (days: number): number => (days / pastDays) ** 1.2;

/** Sign-ups over the three months: most by the use cases alone, one a week by the form itself. */
export const growthOf = (
  stage: Stage,
  newsletter: OpenNewsletter,
  chance: Chance,
  daysAgo: DaysAgo,
): Happening[] => {
  const persons = people(newsletter.readers, chance);
  let joined = 0;
  return Array.from({ length: pastDays * hours.length }, (_, i) => {
    const [day, moment] = [Math.floor(i / hours.length), i % hours.length];
    const until = Math.round(persons.length * shareAfter(day + (moment + 1) / hours.length));
    const group = persons.slice(joined, until);
    joined = until;
    const byForm = day % 7 === 3 && moment === 0 ? group.splice(0, 1) : [];
    return {
      at: daysAgo(pastDays - day, hours[moment] ?? 0, chance.below(35)),
      weight: 1 + group.length + 4 * byForm.length,
      run: async () => {
        await signUpTogether(stage, newsletter, group, chance);
        for (const person of byForm) await signUpByForm(stage, newsletter, person, chance);
      },
    };
  });
};

/** Readers whose mailboxes make trouble, each on a day of its own. */
export const troubleOf = (
  stage: Stage,
  newsletter: OpenNewsletter,
  chance: Chance,
  daysAgo: DaysAgo,
): Happening[] =>
  newsletter.troubled.map(({ daysAgo: days, ...person }) => ({
    at: daysAgo(days, 15),
    weight: 1,
    run: () => signUpTogether(stage, newsletter, [person], chance),
  }));
