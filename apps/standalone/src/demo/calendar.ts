import { jstDate, startOfJstDay } from '#lib/kernel';

const minuteMs = 60_000;

/** How far back the demo's past reaches. */
export const pastDays = 90;

/** An instant of a day in Japan, counted back from today; negative days are to come. */
export type DaysAgo = (days: number, hour: number, minute?: number) => Date;

export const calendarOf = (today: Date): DaysAgo => {
  const date = jstDate(today);
  return (days, hour, minute = 0) =>
    new Date(startOfJstDay(date.subtract({ days })).getTime() + (hour * 60 + minute) * minuteMs);
};
