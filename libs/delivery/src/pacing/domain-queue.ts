/** Drawn mails that were not used by then are forgotten: a worker must not save them up. */
const keepsMs = 1500;

/** Mails come back a little more densely than they may leave, so that none of what can be drawn is wasted. */
const density = 0.8;
const horizonMs = 5 * 60_000;

/** One recipient domain as this worker sees it: what it may send there, and who waits to. */
export class DomainQueue {
  /** Mails under way that take long. */
  slowMails = 0;
  /** Whether its mails took long the last time anybody looked. */
  isSlow = false;
  /** Mails that were put off and want to be drawn for. */
  wanted = 0;
  private tokens = 0;
  private drawnAtMs = 0;
  private notBeforeMs = 0;
  private nextPlaceMs = 0;
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(readonly domain: string) {}

  asks(now: Date): boolean {
    return this.wanted > 0 && now.getTime() >= this.notBeforeMs;
  }

  receive(granted: number, now: Date, nextAt: Date): void {
    this.expire(now);
    this.tokens += granted;
    this.drawnAtMs = now.getTime();
    this.notBeforeMs = nextAt.getTime();
    this.wanted = 0;
  }

  /** Uses one up; else gives the time at which this mail may have its turn, one after the other. */
  spend(perSecond: number, now: Date): Date | undefined {
    this.expire(now);
    if (this.tokens > 0) {
      this.tokens--;
      return undefined;
    }
    this.wanted++;
    const spacing = (1000 / perSecond) * density;
    const nowMs = now.getTime();
    const place = Math.max(this.nextPlaceMs, nowMs) + spacing;
    // A queue longer than that is walked through again: others may have used up what its end was promised.
    this.nextPlaceMs = place > nowMs + horizonMs ? nowMs + spacing : place;
    return new Date(this.nextPlaceMs);
  }

  /** A place among so many at once. Undefined when the mail got tired of waiting first. */
  enter(places: number, tired: AbortSignal): Promise<(() => void) | undefined> {
    if (this.underWay < places) {
      this.underWay++;
      return Promise.resolve(this.leave);
    }
    if (tired.aborted) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const called = (): void => {
        tired.removeEventListener('abort', givenUp);
        resolve(this.leave);
      };
      const givenUp = (): void => {
        this.waiting.splice(this.waiting.indexOf(called), 1);
        resolve(undefined);
      };
      tired.addEventListener('abort', givenUp, { once: true });
      this.waiting.push(called);
    });
  }

  private readonly leave = (): void => {
    const next = this.waiting.shift();
    if (next) next();
    else this.underWay--;
  };

  private expire(now: Date): void {
    if (now.getTime() - this.drawnAtMs > keepsMs) this.tokens = 0;
  }
}
