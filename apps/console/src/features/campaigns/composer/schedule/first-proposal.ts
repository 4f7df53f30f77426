import { jstDay, jstTime } from '../../../../ui/format.js';

const dayMs = 24 * 3600 * 1000;

export interface Proposal {
  readonly day: string;
  readonly time: string;
}

/** What the picker begins with: the planned instant, or tomorrow a little after ten, when no crowd sends. */
export const firstProposal = (planned: string | null, now: Date): Proposal =>
  planned && new Date(planned) > now
    ? { day: jstDay(planned), time: jstTime(planned) }
    : { day: jstDay(new Date(now.getTime() + dayMs)), time: '10:07' };

/** Full hours are when everybody sends, and mail waits at the large providers. */
export const isFullHour = (time: string): boolean => time.endsWith(':00');

/** The same hour a few minutes later. */
export const aLittleLater = (time: string): string => `${time.slice(0, 2)}:07`;
