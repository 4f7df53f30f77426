const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Receivers' servers are past the rush of full hours by then. */
const spreadMs = 4 * minuteMs;

/**
 * Moves a start at a full or half hour a little later, because that is when everybody's mails begin and receivers
 * turn them away; any other time is left as it is.
 * @param random from 0 to 1, the same for the same campaign
 */
export const awayFromFullHour = (at: Date, random: number): Date => {
  const intoHalfHour = at.getTime() % (hourMs / 2);
  return intoHalfHour < minuteMs
    ? new Date(at.getTime() + minuteMs + Math.floor(random * spreadMs))
    : at;
};
