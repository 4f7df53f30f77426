import { setTimeout as after } from 'node:timers/promises';
import type { LaneTurn } from '../store/lanes.js';
import type { Attempt } from './mark-attempt.js';
import type { SentMail } from './settle-attempt.js';

/** A micro-batch waits for the rest of its mails so many times as long as most of them took, and within these bounds. */
const patience = 4;
const shortestMs = 400;
const longestMs = 2_000;

/** A micro-batch on its way to the relay. */
export class Flight {
  /** Whose lease it is; changes when the mails that take long get a lane of their own. */
  lane: LaneTurn;
  readonly landed: SentMail[] = [];
  private readonly tiring = new AbortController();
  private readonly half: Promise<void>;
  private readonly settled: Promise<void>;
  private endHalf: () => void = () => undefined;
  private settle: () => void = () => undefined;

  constructor(
    readonly attempt: Attempt,
    lane: LaneTurn,
  ) {
    this.lane = lane;
    this.half = new Promise((resolve) => {
      this.endHalf = resolve;
    });
    this.settled = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.wake();
  }

  /** Aborts when mails that have not begun shall rather come another time. */
  get tired(): AbortSignal {
    return this.tiring.signal;
  }

  land(mail: SentMail): void {
    this.landed.push(mail);
    this.wake();
  }

  private wake(): void {
    const { length } = this.attempt.mails;
    if (this.landed.length >= length / 2) this.endHalf();
    if (this.landed.length === length) this.settle();
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

  /**
   * Resolves when every mail did, or when most have and the rest takes long: a multiple of the time that most took, so
   * that the others do not stand still for a domain that drips its answers.
   */
  async most(): Promise<void> {
    const began = performance.now();
    await this.within(longestMs, this.half);
    const patienceMs = Math.max(shortestMs, patience * (performance.now() - began));
    await this.within(Math.min(longestMs, patienceMs), this.settled);
    if (this.late.length === 0) return;
    this.tiring.abort();
    await Promise.resolve(); // those that wait for their domain give up
    await this.half;
  }

  private async within(ms: number, end: Promise<void>): Promise<void> {
    const tooLong = new AbortController();
    const long = after(ms, undefined, { signal: tooLong.signal }).catch(() => undefined);
    await Promise.race([end, long]);
    tooLong.abort();
  }
}
