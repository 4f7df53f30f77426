import { Temporal } from 'temporal-polyfill';

/** Where the time comes from. Injected everywhere; nothing else may ask the machine for the time. */
export abstract class Clock {
  /** The present instant. Each call gives a fresh Date. */
  abstract now(): Date;

  /** The instant that the database must take for the present too; undefined lets it ask its own clock. */
  abstract databaseTime(): Date | undefined;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }

  override databaseTime(): undefined {
    return undefined;
  }
}

/** Exact spans only: what a month is, the calendar decides and not the clock. */
export interface ClockStep {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  milliseconds?: number;
}

/** A clock for tests and the demo: stands still until it is moved, and never goes back. */
export class MovableClock extends Clock {
  #now: number;

  /** @param start a Date, or ISO 8601 text with its offset: '2026-01-31T23:59:59.999+09:00' */
  constructor(start: Date | string) {
    super();
    this.#now = epochMs(start);
  }

  override now(): Date {
    return new Date(this.#now);
  }

  override databaseTime(): Date {
    return this.now();
  }

  /** @throws RangeError when `to` lies before the present, or is text without an offset */
  set(to: Date | string): void {
    const next = epochMs(to);
    if (next < this.#now) throw new RangeError('a clock does not go back');
    this.#now = next;
  }

  /** @throws RangeError when the sum of the step is negative */
  advance(step: ClockStep): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 } = step;
    const spanMs = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
    this.set(new Date(this.#now + spanMs));
  }
}

/** Text goes through Temporal, because Date reads text without an offset in the process's zone. */
function epochMs(at: Date | string): number {
  const ms = typeof at === 'string' ? Temporal.Instant.from(at).epochMilliseconds : at.getTime();
  if (Number.isNaN(ms)) throw new RangeError('not an instant');
  return ms;
}
