import { PlainDate, jstDate, startOfJstDay } from '#lib/kernel';
import type { JoinedCondition } from './target.js';

/** The instants of signing up that meet the condition: `from` included, `until` not. Days are days in Japan. */
export const joinedRange = (
  { joined, value }: JoinedCondition,
  now: Date,
): { from?: Date; until?: Date } => {
  switch (joined) {
    case 'before':
      return { until: startOfJstDay(PlainDate.from(String(value))) };
    case 'after':
      return { from: startOfJstDay(PlainDate.from(String(value)).add({ days: 1 })) };
    case 'within-days':
      return { from: startOfJstDay(jstDate(now).subtract({ days: Number(value) })) };
  }
};
