import { setTimeout as after } from 'node:timers/promises';
import type { LaneTurn } from '../store/lanes.js';
import type { Attempt } from './mark-attempt.js';
import type { SentMail } from './settle-attempt.js';

/** So long a micro-batch waits for mails that take longer than most of it. */
const patienceMs = 2_000;

/** A micro-batch on its way to the relay. */
export class Flight {
  /** Whose lease it is; changes when the mails that take long get a lane of their own. */
  lane: LaneTurn;
  readonly landed: SentMail[] = [];
  private readonly tiring = new AbortController();
  private readonly settled: Promise<void>;
  private settle: () => void = () => undefined;

  constructor(
    readonly attempt: Attempt,
    lane: LaneTurn,
  ) {
    this.lane = lane;
    this.settled = new Promise((resolve) => {
      this.settle = resolve;
    });
    if (attempt.mails.length === 0) this.settle();
  }

  /** Aborts when mails that have not begun shall rather come another time. */
  get tired(): AbortSignal {
    return this.tiring.signal;
  }

  land(mail: SentMail): void {
    this.landed.push(mail);
    if (this.landed.length === this.attempt.mails.length) this.settle();
  }

  /** Those still under way. */
  get late(): Attempt['mails'] {
    const back = new Set(this.landed.map(({ due }) => due.deliveryNo));
    return this.attempt.mails.filter(({ due }) => !back.has(due.deliveryNo));
  }

  /** The relay has every mail of it. */
  get isAccepted(): boolean {
    return (
      this.late.length === 0 &&
      this.landed.every(({ handover }) => handover.kind === 'replied' && handover.code < 300)
    );
  }

  /** Resolves when every mail came to its end. */
  all(): Promise<void> {
    return this.settled;
  }

  /** Resolves when every mail did, or when most have and the rest takes long. */
  async most(): Promise<void> {
    const tooLong = new AbortController();
    const long = after(patienceMs, undefined, { signal: tooLong.signal }).catch(() => undefined);
    await Promise.race([this.settled, long]);
    tooLong.abort();
    if (this.late.length === 0) return;
    this.tiring.abort();
    await Promise.resolve(); // those that wait for their domain give up
    while (this.late.length > this.attempt.mails.length / 2)
      await Promise.race([this.settled, after(50)]);
  }
}
