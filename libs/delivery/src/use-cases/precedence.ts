import { Injectable } from '@nestjs/common';
import { setTimeout as after } from 'node:timers/promises';

/** So long a small mailing's turn goes before others; what takes longer is not held up by them. */
const privilegeMs = 1_000;
/** A large mailing waits no longer than this for a micro-batch, so that none ever stands still. */
const patienceMs = 250;

/**
 * Lets small mailings pass within a process: its one thread is the capacity that its lanes share. A large mailing's lane
 * stands aside between two micro-batches, when nothing of it is under way.
 */
@Injectable()
export class Precedence {
  private readonly privileged = new Set<Promise<void>>();

  get isTaken(): boolean {
    return this.privileged.size > 0;
  }

  /** Goes first until the turn is over, or for a second. */
  async goFirst(turn: Promise<void>): Promise<void> {
    const over = new AbortController();
    const privilege = Promise.race([
      turn.catch(() => undefined),
      after(privilegeMs, undefined, { signal: over.signal }).catch(() => undefined),
    ]);
    this.privileged.add(privilege);
    void privilege.then(() => this.privileged.delete(privilege));
    try {
      await turn;
    } finally {
      over.abort();
      this.privileged.delete(privilege);
    }
  }

  /** Waits until those who go first have passed, at most a quarter of a second. */
  async stepAside(): Promise<void> {
    if (!this.isTaken) return;
    const passed = new AbortController();
    await Promise.race([
      Promise.all(this.privileged),
      after(patienceMs, undefined, { signal: passed.signal }).catch(() => undefined),
    ]);
    passed.abort();
  }
}
