import { leaseSeconds } from '../store/lanes.js';

/** The mails must be well under way before the sweep may take the lane for dead. */
const marginMs = 5_000;

/**
 * A worker's own view of how long it may still begin a mail. It reads the machine's monotonic clock, which goes on
 * while the process is frozen: a worker that wakes up late sees that its time is over.
 */
export class Lease {
  private untilMs = 0;

  constructor() {
    this.renew(performance.now());
  }

  /** @param asked monotonic time before the database was asked to prolong the lease */
  renew(asked: number): void {
    this.untilMs = asked + leaseSeconds * 1000 - marginMs;
  }

  readonly lasts = (): boolean => performance.now() < this.untilMs;
}
